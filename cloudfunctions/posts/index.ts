import { postsCalls } from '../shared/contract/posts-calls';
import { limitCall } from '../shared/adapters/call-time';
import { addCounts } from '../shared/adapters/counts-store';
import { clientAddress, isTimer, openid } from '../shared/adapters/environment-context';
import { removeOpenings } from '../shared/adapters/openings';
import { addSpending, removeSpending } from '../shared/adapters/spending';
import { isBlocked } from '../shared/adapters/block-store';
import { findClosing } from '../shared/adapters/closing-store';
import { findMember } from '../shared/adapters/member-store';
import { readDocument } from '../shared/adapters/ordered-writes';
import { expirePosts } from '../shared/adapters/post-store';
import { removeLostTurns } from '../shared/adapters/turns';
import { runningChanges } from '../shared/adapters/campaign-change-store';
import { changedCampaign } from '../shared/domain/changed-campaign';
import { createLiveCampaign } from '../shared/kernel/live-campaign';
import { memberProcedure, openProcedure, ownerProcedure } from '../shared/kernel/procedure';
import { createClosingGate } from '../shared/kernel/closing-gate';
import { createCallBudgets } from '../shared/kernel/call-budgets';
import { serve } from '../shared/kernel/serve';
import { fulfilPost, givePortions, renewPost, withdrawPost } from './act-on-post';
import { listMine } from './list-mine';
import { correctPost, publishPost } from './publish-post';
import { readPost } from './read-post';
import { announceEnds } from './announce-ends';
import { keepPost } from './keep-post';
import { settleQuestions } from './settle-questions';
import { undoGift } from './undo-gift';

const namedPost = ({ id }: { id: string }) => readDocument('posts', id);

export const main = serve(
  {
    publish: memberProcedure(postsCalls.publish, publishPost),
    read: openProcedure(postsCalls.read, readPost),
    correct: ownerProcedure(postsCalls.correct, namedPost, correctPost),
    mine: openProcedure(postsCalls.mine, listMine),
    renew: ownerProcedure(postsCalls.renew, namedPost, renewPost),
    withdraw: ownerProcedure(postsCalls.withdraw, namedPost, withdrawPost),
    fulfil: ownerProcedure(postsCalls.fulfil, namedPost, fulfilPost),
    give: ownerProcedure(postsCalls.give, namedPost, givePortions),
    keep: ownerProcedure(postsCalls.keep, namedPost, keepPost),
    undoGift: ownerProcedure(postsCalls.undoGift, namedPost, undoGift),
  },
  {
    openid,
    isTimer,
    findMember,
    isBlocked,
    passClosing: createClosingGate('posts', findClosing),
    nowMs: Date.now,
    limitCall,
    refresh: createLiveCampaign(runningChanges, changedCampaign),
    spend: createCallBudgets('posts', addSpending, findMember, clientAddress),
    functionName: 'posts',
    addCounts,
  },
  {
    'expire-posts': async (nowMs, failures) => ({
      expired: await failures.attempt(() => expirePosts(nowMs)),
      questions: await failures.attempt(() => settleQuestions(nowMs, failures)),
      announced: await failures.attempt(() => announceEnds(nowMs, failures)),
      spending: await failures.attempt(() => removeSpending(nowMs)),
      openings: await failures.attempt(() => removeOpenings(nowMs)),
      lostTurns: await failures.attempt(() => removeLostTurns(nowMs)),
    }),
  },
);
