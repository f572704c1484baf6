import { moderationCalls } from '../shared/contract/moderation-calls';
import { isTimer, openid } from '../shared/adapters/environment-context';
import { addSpending } from '../shared/adapters/spending';
import { findMember } from '../shared/adapters/member-store';
import { readDocument } from '../shared/adapters/ordered-writes';
import { createCallBudgets } from '../shared/kernel/call-budgets';
import { memberProcedure, openProcedure, ownerProcedure } from '../shared/kernel/procedure';
import { serve } from '../shared/kernel/serve';
import { appealRefusal } from './appeal-refusal';
import { listReports } from './list-reports';
import { decideItem, nextItem, proposeBlock, undoDecision } from './queue/work-queue';
import { reportPost } from './report-post';
import { moderate } from './timer/moderate';

const namedPost = ({ postId }: { postId: string }) => readDocument('posts', postId);

export const main = serve(
  {
    report: memberProcedure(moderationCalls.report, reportPost),
    myReports: openProcedure(moderationCalls.myReports, listReports),
    next: memberProcedure(moderationCalls.next, nextItem),
    decide: memberProcedure(moderationCalls.decide, decideItem),
    undo: memberProcedure(moderationCalls.undo, undoDecision),
    proposeBlock: memberProcedure(moderationCalls.proposeBlock, proposeBlock),
    appeal: ownerProcedure(moderationCalls.appeal, namedPost, appealRefusal),
  },
  { openid, isTimer, findMember, nowMs: Date.now, spend: createCallBudgets('moderation', addSpending) },
  { moderate },
);
