import { newsCalls } from '../shared/contract/news-calls';
import { isTimer, openid } from '../shared/adapters/environment-context';
import { isBlocked } from '../shared/adapters/block-store';
import { findMember } from '../shared/adapters/member-store';
import { addSpending } from '../shared/adapters/spending';
import { createCallBudgets } from '../shared/kernel/call-budgets';
import { openProcedure } from '../shared/kernel/procedure';
import { serve } from '../shared/kernel/serve';
import { acceptMessages } from './accept-messages';
import { countWaiting } from './count-waiting';
import { listNews, markRead } from './list-news';
import { sendMessages } from './timer/send-messages';

export const main = serve(
  {
    mine: openProcedure(newsCalls.mine, listNews),
    markRead: openProcedure(newsCalls.markRead, markRead),
    waiting: openProcedure(newsCalls.waiting, countWaiting),
    accepted: openProcedure(newsCalls.accepted, acceptMessages),
  },
  { openid, isTimer, findMember, isBlocked, nowMs: Date.now, spend: createCallBudgets('news', addSpending) },
  { 'send-news': async (_nowMs, failures) => ({ sent: await sendMessages(failures) }) },
);
