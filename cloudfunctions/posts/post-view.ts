import type { PostDocument } from '../shared/contract/documents';
import type { OpenedPost } from '../shared/contract/post';
import { permissions, statusAt } from '../shared/domain/post-life';
import { publicPost } from '../shared/domain/public-post';
import type { Actor } from '../shared/kernel/actor';
import { campaign } from '../shared/kernel/campaign';

/** A post as this viewer sees it when it is opened. */
export function openedPost(post: PostDocument, viewer: Actor, nowMs: number): OpenedPost {
  const mine = viewer.kind === 'member' && viewer.personId === post.ownerId;
  return {
    ...publicPost(post, campaign.catalogue),
    status: statusAt(post, nowMs),
    mine,
    can: permissions(post, { owns: mine, verified: viewer.kind === 'member' }, nowMs),
  };
}
