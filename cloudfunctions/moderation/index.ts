import { moderationCalls } from '../shared/contract/moderation-calls';
import { limitCall } from '../shared/adapters/call-time';
import { addCounts } from '../shared/adapters/counts-store';
import { clientAddress, isTimer, openid } from '../shared/adapters/environment-context';
import { addSpending } from '../shared/adapters/spending';
import { isBlocked } from '../shared/adapters/block-store';
import { findClosing } from '../shared/adapters/closing-store';
import { findMember } from '../shared/adapters/member-store';
import { readDocument } from '../shared/adapters/ordered-writes';
import { runningChanges } from '../shared/adapters/campaign-change-store';
import { changedCampaign } from '../shared/domain/changed-campaign';
import { createClosingGate } from '../shared/kernel/closing-gate';
import { createCallBudgets } from '../shared/kernel/call-budgets';
import { createLiveCampaign } from '../shared/kernel/live-campaign';
import { memberProcedure, openProcedure, ownerProcedure } from '../shared/kernel/procedure';
import { serve } from '../shared/kernel/serve';
import { appealRefusal } from './appeal-refusal';
import { listReports } from './list-reports';
import { answerTrial, applyWithCode, inviteVolunteers } from './operators/apply';
import { acceptApplications, dismissVolunteer, listApplications, listVolunteers } from './operators/appoint';
import { changeCampaign, listCampaignChanges } from './operators/change-campaign';
import { readOperations } from './operators/operations';
import { readStatistics } from './operators/statistics';
import { answerFeedback, listWaitingFeedback } from './feedback/answer-feedback';
import { listMissingNames, missName } from './feedback/miss-name';
import { listFeedback, sendFeedback } from './feedback/send-feedback';
import { judgePhoto } from './photos/judge-photo';
import { decideItem, nextItem, proposeBlock, undoDecision } from './queue/work-queue';
import { reportPost } from './report-post';
import { grantOfPoster, reportViewer } from './report-viewer';
import { moderate } from './timer/moderate';

const namedPost = ({ postId }: { postId: string }) => readDocument('posts', postId);

export const main = serve(
  {
    report: memberProcedure(moderationCalls.report, reportPost),
    reportViewer: ownerProcedure(moderationCalls.reportViewer, grantOfPoster, reportViewer),
    myReports: openProcedure(moderationCalls.myReports, listReports),
    next: memberProcedure(moderationCalls.next, nextItem),
    decide: memberProcedure(moderationCalls.decide, decideItem),
    undo: memberProcedure(moderationCalls.undo, undoDecision),
    proposeBlock: memberProcedure(moderationCalls.proposeBlock, proposeBlock),
    invite: memberProcedure(moderationCalls.invite, inviteVolunteers),
    apply: memberProcedure(moderationCalls.apply, applyWithCode),
    answerTrial: memberProcedure(moderationCalls.answerTrial, answerTrial),
    applications: memberProcedure(moderationCalls.applications, listApplications),
    accept: memberProcedure(moderationCalls.accept, acceptApplications),
    volunteers: memberProcedure(moderationCalls.volunteers, listVolunteers),
    dismiss: memberProcedure(moderationCalls.dismiss, dismissVolunteer),
    statistics: memberProcedure(moderationCalls.statistics, readStatistics),
    operations: memberProcedure(moderationCalls.operations, readOperations),
    sendFeedback: openProcedure(moderationCalls.sendFeedback, sendFeedback),
    myFeedback: openProcedure(moderationCalls.myFeedback, listFeedback),
    waitingFeedback: memberProcedure(moderationCalls.waitingFeedback, listWaitingFeedback),
    answerFeedback: memberProcedure(moderationCalls.answerFeedback, answerFeedback),
    missName: openProcedure(moderationCalls.missName, missName),
    missingNames: memberProcedure(moderationCalls.missingNames, listMissingNames),
    campaignChanges: memberProcedure(moderationCalls.campaignChanges, listCampaignChanges),
    changeCampaign: memberProcedure(moderationCalls.changeCampaign, changeCampaign),
    appeal: ownerProcedure(moderationCalls.appeal, namedPost, appealRefusal),
  },
  {
    openid,
    isTimer,
    findMember,
    isBlocked,
    passClosing: createClosingGate('moderation', findClosing),
    nowMs: Date.now,
    limitCall,
    refresh: createLiveCampaign(runningChanges, changedCampaign),
    spend: createCallBudgets('moderation', addSpending, findMember, clientAddress),
    functionName: 'moderation',
    addCounts,
  },
  { moderate },
  { wxa_media_check: judgePhoto },
);
