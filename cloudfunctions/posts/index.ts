import { postsCalls } from '../shared/contract/posts-calls';
import { memberProcedure, openProcedure, ownerProcedure } from '../shared/kernel/procedure';
import { serve } from '../shared/kernel/serve';
import { findMember } from '../shared/adapters/member-store';
import { isTimer } from '../shared/adapters/environment-context';
import { expirePosts } from '../shared/adapters/post-store';
import { openid } from '../shared/adapters/wechat-context';
import { actOnPost, loadPost } from './act-on-post';
import { listMine } from './list-mine';
import { publishPost } from './publish-post';
import { readPost } from './read-post';

export const main = serve(
  {
    publish: memberProcedure(postsCalls.publish, publishPost),
    read: openProcedure(postsCalls.read, readPost),
    mine: openProcedure(postsCalls.mine, listMine),
    renew: ownerProcedure(
      postsCalls.renew,
      loadPost,
      actOnPost(() => ({ kind: 'renew' })),
    ),
    withdraw: ownerProcedure(
      postsCalls.withdraw,
      loadPost,
      actOnPost(() => ({ kind: 'withdraw' })),
    ),
    fulfil: ownerProcedure(
      postsCalls.fulfil,
      loadPost,
      actOnPost(() => ({ kind: 'fulfil' })),
    ),
    give: ownerProcedure(
      postsCalls.give,
      loadPost,
      actOnPost<{ id: string; leftBefore: number; leftAfter: number }>(({ leftBefore, leftAfter }) => ({
        kind: 'give',
        leftBefore,
        leftAfter,
      })),
    ),
  },
  { openid, isTimer, findMember, nowMs: Date.now },
  { 'expire-posts': expirePosts },
);
