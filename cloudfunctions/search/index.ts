import { searchCalls } from '../shared/contract/search-calls';
import { limitCall } from '../shared/adapters/call-time';
import { addCounts } from '../shared/adapters/counts-store';
import { clientAddress, isTimer, openid } from '../shared/adapters/environment-context';
import { isBlocked } from '../shared/adapters/block-store';
import { findClosing } from '../shared/adapters/closing-store';
import { findMember } from '../shared/adapters/member-store';
import { addSpending } from '../shared/adapters/spending';
import { runningChanges } from '../shared/adapters/campaign-change-store';
import { changedCampaign } from '../shared/domain/changed-campaign';
import { createLiveCampaign } from '../shared/kernel/live-campaign';
import { openProcedure } from '../shared/kernel/procedure';
import { createClosingGate } from '../shared/kernel/closing-gate';
import { createCallBudgets } from '../shared/kernel/call-budgets';
import { serve } from '../shared/kernel/serve';
import { readAchieved } from './read-achieved';
import { readCampaign } from './read-campaign';
import { searchNearby } from './search-nearby';

export const main = serve(
  {
    nearby: openProcedure(searchCalls.nearby, searchNearby),
    campaign: openProcedure(searchCalls.campaign, readCampaign),
    achieved: openProcedure(searchCalls.achieved, readAchieved),
  },
  // The caller is looked up for a search by group alone: every other page costs its own database operations.
  {
    openid,
    isTimer,
    findMember,
    isBlocked,
    passClosing: createClosingGate('search', findClosing),
    nowMs: Date.now,
    limitCall,
    refresh: createLiveCampaign(runningChanges, changedCampaign),
    spend: createCallBudgets('search', addSpending, findMember, clientAddress),
    functionName: 'search',
    addCounts,
  },
);
