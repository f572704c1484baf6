import { contactCalls } from '../shared/contract/contact-calls';
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
import { createLiveCampaign } from '../shared/kernel/live-campaign';
import { memberProcedure, openProcedure, ownerProcedure } from '../shared/kernel/procedure';
import { createClosingGate } from '../shared/kernel/closing-gate';
import { createCallBudgets } from '../shared/kernel/call-budgets';
import { serve } from '../shared/kernel/serve';
import { askTakers } from './ask-takers';
import { answerCallBack } from './answer-call-back';
import { confirmHandOver } from './confirm-hand-over';
import { countInterest } from './count-interest';
import { endViewer } from './end-viewer';
import { finishContact } from './finish-contact';
import { listCallers, listContacts } from './list-contacts';
import { gaugeNumbers } from './sweep/gauge-numbers';
import { grantOfEither, grantOfPoster, grantOfViewer } from './own-grant';
import { reportOutcome } from './report-outcome';
import { requestContact } from './request-contact';
import { settlePost } from './settle-post';
import { sweep } from './sweep/sweep';
import { readTalk } from './talk/read-talk';
import { say } from './talk/say';

const namedPost = ({ postId }: { postId: string }) => readDocument('posts', postId);

export const main = serve(
  {
    request: memberProcedure(contactCalls.request, requestContact),
    mine: openProcedure(contactCalls.mine, listContacts),
    done: ownerProcedure(contactCalls.done, grantOfViewer, finishContact),
    outcome: ownerProcedure(contactCalls.outcome, grantOfViewer, reportOutcome),
    callers: openProcedure(contactCalls.callers, listCallers),
    talk: ownerProcedure(contactCalls.talk, grantOfEither, readTalk),
    confirm: ownerProcedure(contactCalls.confirm, grantOfPoster, confirmHandOver),
    say: ownerProcedure(contactCalls.say, grantOfEither, say),
    interest: openProcedure(contactCalls.interest, countInterest),
    answerCallBack: ownerProcedure(contactCalls.answerCallBack, grantOfPoster, answerCallBack),
    endViewer: ownerProcedure(contactCalls.endViewer, grantOfPoster, endViewer),
    settle: ownerProcedure(contactCalls.settle, namedPost, settlePost),
  },
  {
    openid,
    isTimer,
    findMember,
    isBlocked,
    passClosing: createClosingGate('contact', findClosing),
    nowMs: Date.now,
    limitCall,
    refresh: createLiveCampaign(runningChanges, changedCampaign),
    spend: createCallBudgets('contact', addSpending, findMember, clientAddress),
    functionName: 'contact',
    addCounts,
  },
  {
    'sweep-contacts': async (nowMs, failures) => ({
      ...(await sweep(nowMs, failures)),
      numbers: await failures.attempt(() => gaugeNumbers(nowMs)),
      asked: await failures.attempt(() => askTakers(nowMs, failures)),
    }),
  },
);
