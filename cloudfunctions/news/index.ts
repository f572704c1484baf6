import { newsCalls } from '../shared/contract/news-calls';
import { limitCall } from '../shared/adapters/call-time';
import { addCounts } from '../shared/adapters/counts-store';
import { clientAddress, isTimer, openid } from '../shared/adapters/environment-context';
import { isBlocked } from '../shared/adapters/block-store';
import { findClosing } from '../shared/adapters/closing-store';
import { findMember } from '../shared/adapters/member-store';
import { removeAlertsBefore, removeRoundsBefore } from '../shared/adapters/match-store';
import { readDocument } from '../shared/adapters/ordered-writes';
import { addSpending } from '../shared/adapters/spending';
import { runningChanges } from '../shared/adapters/campaign-change-store';
import { changedCampaign } from '../shared/domain/changed-campaign';
import { createClosingGate } from '../shared/kernel/closing-gate';
import { createCallBudgets } from '../shared/kernel/call-budgets';
import { createLiveCampaign } from '../shared/kernel/live-campaign';
import { memberProcedure, openProcedure, ownerProcedure } from '../shared/kernel/procedure';
import { serve } from '../shared/kernel/serve';
import { endAlert, listAlerts, setAlert } from './alerts';
import { acceptMessages } from './accept-messages';
import { countWaiting } from './count-waiting';
import { listNews, markRead } from './list-news';
import { matchPosts } from './matching/match-posts';
import { notifyOfClosing } from './timer/notify-of-closing';
import { notifyOperators } from './timer/notify-operators';
import { sendMessages } from './timer/send-messages';

const namedAlert = ({ id }: { id: string }) => readDocument('alerts', id);

/** No post lives longer, however often it is renewed: its round is over long before. */
const longestRoundMs = 30 * 86_400_000;

export const main = serve(
  {
    mine: openProcedure(newsCalls.mine, listNews),
    markRead: openProcedure(newsCalls.markRead, markRead),
    waiting: openProcedure(newsCalls.waiting, countWaiting),
    accepted: openProcedure(newsCalls.accepted, acceptMessages),
    setAlert: memberProcedure(newsCalls.setAlert, setAlert),
    alerts: memberProcedure(newsCalls.alerts, listAlerts),
    endAlert: ownerProcedure(newsCalls.endAlert, namedAlert, endAlert),
  },
  {
    openid,
    isTimer,
    findMember,
    isBlocked,
    passClosing: createClosingGate('news', findClosing),
    nowMs: Date.now,
    limitCall,
    refresh: createLiveCampaign(runningChanges, changedCampaign),
    spend: createCallBudgets('news', addSpending, findMember, clientAddress),
    functionName: 'news',
    addCounts,
  },
  {
    'send-news': async (nowMs, failures) => {
      const notified = await failures.attempt(() => notifyOfClosing(nowMs, failures));
      const alarmed = await failures.attempt(() => notifyOperators(nowMs, failures));
      const matched = await failures.attempt(() => matchPosts(nowMs, failures));
      const sent = await failures.attempt(() => sendMessages(failures));
      const alerts = await failures.attempt(() => removeAlertsBefore(nowMs));
      const rounds = await failures.attempt(() => removeRoundsBefore(nowMs - longestRoundMs));
      return { ...matched, notified, alarmed, sent, alerts, rounds };
    },
  },
);
