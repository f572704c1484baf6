import type { Board, PostStatus } from '../../cloudfunctions/shared/contract/board';
import type { PostDocument } from '../../cloudfunctions/shared/contract/documents';
import { newPost } from '../../cloudfunctions/shared/domain/new-post';
import { publicPointOf } from '../../cloudfunctions/shared/domain/public-point';
import { campaign } from './catalogue';
import type { Owner } from './owners';
import type { PostContent } from './post-content';

export const hourMs = 3_600_000;

/** How long a post of each board lives. */
export const lifeHours: Readonly<Record<Board, number>> = {
  need: campaign.limits.needHours,
  spare: campaign.limits.spareHours,
};

/** Whether a post is still open, or how and when it ended. */
export type Ending =
  { status: 'published' } | { status: Exclude<PostStatus, 'published'>; closedAtMs: number };

/** A post as the product would have stored it by now. */
export function postDocument(
  id: string,
  board: Board,
  owner: Owner,
  content: PostContent,
  publishedAtMs: number,
  ending: Ending,
): PostDocument {
  const { point, districtCode, regionLabel } = owner.home;
  const post = newPost({
    id,
    campaign: campaign.code,
    board,
    owner: { id: owner.id, maskedName: owner.name },
    body: content,
    publicPoint: publicPointOf(point),
    region: { adcode: districtCode, label: regionLabel },
    publishedAtMs,
    expiresAtMs: publishedAtMs + lifeHours[board] * hourMs,
  });
  if (ending.status === 'published') return post;
  const portions =
    ending.status === 'fulfilled' && post.portions ? { ...post.portions, left: 0 } : post.portions;
  return { ...post, ...ending, portions };
}
