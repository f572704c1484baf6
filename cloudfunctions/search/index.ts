import { searchCalls } from '../shared/contract/search-calls';
import { isTimer, openid } from '../shared/adapters/environment-context';
import { addSpending } from '../shared/adapters/spending';
import { campaign } from '../shared/kernel/campaign';
import { openProcedure } from '../shared/kernel/procedure';
import { createCallBudgets } from '../shared/kernel/call-budgets';
import { serve } from '../shared/kernel/serve';
import { searchNearby } from './search-nearby';

export const main = serve(
  {
    nearby: openProcedure(searchCalls.nearby, searchNearby),
    campaign: openProcedure(searchCalls.campaign, () => Promise.resolve(campaign)),
  },
  // Anyone may search, so the caller is not looked up: a page costs its own database operations alone.
  {
    openid,
    isTimer,
    findMember: () => Promise.resolve(null),
    nowMs: Date.now,
    spend: createCallBudgets('search', addSpending),
  },
);
