import { moderationCalls } from '../shared/contract/moderation-calls';
import { isTimer, openid } from '../shared/adapters/environment-context';
import { addSpending } from '../shared/adapters/spending';
import { findMember } from '../shared/adapters/member-store';
import { memberProcedure, openProcedure } from '../shared/kernel/procedure';
import { createCallBudgets } from '../shared/kernel/call-budgets';
import { serve } from '../shared/kernel/serve';
import { listReports } from './list-reports';
import { reportPost } from './report-post';

export const main = serve(
  {
    report: memberProcedure(moderationCalls.report, reportPost),
    myReports: openProcedure(moderationCalls.myReports, listReports),
  },
  { openid, isTimer, findMember, nowMs: Date.now, spend: createCallBudgets('moderation', addSpending) },
);
