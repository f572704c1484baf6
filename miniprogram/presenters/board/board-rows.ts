import type { Group } from '../../../cloudfunctions/shared/contract/board';
import type { Sort } from '../../../cloudfunctions/shared/contract/search-calls';
import type { BoardPage, FoundPost } from '../../model/board-page';
import { bandText } from '../../facts/distance-bands';
import { postCard } from '../post/post-card';
import type { PostCard } from '../post/post-card';

/** One row of a board: a card, and above it the heading of the section that begins there. */
export interface BoardRow {
  id: string;
  heading: string | null;
  /** Handed on to the post's own page, whose call answers no distance. */
  bandText: string;
  card: PostCard;
}

/**
 * Rows of one page of a board. `before` is the last post of the page before: a section that goes on
 * across pages keeps its one heading. `adcode`: of the searched place.
 */
export function boardRows(
  page: BoardPage,
  sort: Sort,
  groups: readonly { code: Group; name: string }[],
  before: FoundPost | undefined,
  adcode = '',
): BoardRow[] {
  return page.posts.map((post, index) => {
    const previous = index === 0 ? before : page.posts[index - 1];
    const heading = headingOf(post, sort);
    const continues = previous !== undefined && headingOf(previous, sort) === heading;
    return {
      id: post.id,
      heading: continues ? null : heading,
      bandText: bandText(post.distanceBand),
      card: postCard(post, groups, page.nowMs, { adcode, distanceText: bandText(post.distanceBand) }),
    };
  });
}

function headingOf(post: FoundPost, sort: Sort): string {
  return sort === 'distance' ? bandText(post.distanceBand) : reachTexts[post.reach];
}

const reachTexts = { city: '本市', province: '本省其他地方', country: '全国其他地方' } as const;
