import { shareCalls } from '../shared/contract/share-calls';
import { limitCall } from '../shared/adapters/call-time';
import { addCounts } from '../shared/adapters/counts-store';
import { clientAddress, isTimer, openid } from '../shared/adapters/environment-context';
import { addSpending } from '../shared/adapters/spending';
import { isBlocked } from '../shared/adapters/block-store';
import { findClosing } from '../shared/adapters/closing-store';
import { findMember } from '../shared/adapters/member-store';
import { runningChanges } from '../shared/adapters/campaign-change-store';
import { changedCampaign } from '../shared/domain/changed-campaign';
import { createLiveCampaign } from '../shared/kernel/live-campaign';
import { memberProcedure, openProcedure } from '../shared/kernel/procedure';
import { createClosingGate } from '../shared/kernel/closing-gate';
import { createCallBudgets } from '../shared/kernel/call-budgets';
import { serve } from '../shared/kernel/serve';
import { drawTargetCode } from './draw-target-code';
import { linkTarget } from './link-target';
import { namePlace } from './name-place';
import { openScene } from './open-scene';
import { readEndedPost } from './read-ended-post';

export const main = serve(
  {
    namePlace: memberProcedure(shareCalls.namePlace, namePlace),
    code: memberProcedure(shareCalls.code, drawTargetCode),
    link: openProcedure(shareCalls.link, linkTarget),
    open: openProcedure(shareCalls.open, openScene),
    endedPost: openProcedure(shareCalls.endedPost, readEndedPost),
  },
  {
    openid,
    isTimer,
    findMember,
    isBlocked,
    passClosing: createClosingGate('share', findClosing),
    nowMs: Date.now,
    limitCall,
    refresh: createLiveCampaign(runningChanges, changedCampaign),
    spend: createCallBudgets('share', addSpending, findMember, clientAddress),
    functionName: 'share',
    addCounts,
  },
);
