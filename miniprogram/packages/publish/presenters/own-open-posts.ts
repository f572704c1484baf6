import type { CampaignLimits } from '../../../../cloudfunctions/shared/contract/campaign';
import type { OpenedPost } from '../../../../cloudfunctions/shared/contract/post';
import { distanceMeters } from '../../../facts/distance';
import type { Draft, DraftBoard } from '../../../model/draft';
import { say } from '../../../facts/words/say';

const unended: readonly OpenedPost['status'][] = ['published', 'pending', 'hidden'];

/** The own posts that have not ended on this board. */
export const openOn = (board: DraftBoard, posts: readonly OpenedPost[]): OpenedPost[] =>
  posts.filter((post) => post.board === board && unended.includes(post.status));

/** Said before the form when one more post would be refused; empty when there is room. */
export function limitSentence(
  open: readonly OpenedPost[],
  { openPostsPerBoard: most }: Pick<CampaignLimits, 'openPostsPerBoard'>,
): string {
  return open.length < most
    ? ''
    : say`您已经有 ${open.length} 条在这里，同时最多 ${most} 条。先结束一条，再发新的。`;
}

/** An open post for the same medicine at the same place: most likely the same wish a second time. Undefined without one. */
export function twinOf(
  { items, place }: Pick<Draft, 'items' | 'place'>,
  open: readonly OpenedPost[],
): OpenedPost | undefined {
  if (place === null) return undefined;
  return open.find(
    (post) =>
      post.items.some(({ code }) => items.some((item) => item.code === code)) &&
      distanceMeters(place.place.point, post.publicPoint) < samePlaceMeters,
  );
}

/** A public point is that of an area, so the same home may be a few kilometres from it. */
const samePlaceMeters = 5_000;
