import type { Group } from '../../../cloudfunctions/shared/contract/board';
import type { Sort } from '../../../cloudfunctions/shared/contract/search-calls';
import type { BoardPage, FoundPost } from '../../model/board-page';
import type { Place } from '../../../cloudfunctions/shared/contract/place';
import { bandText, isFar } from '../../facts/distance-bands';
import { distanceText } from '../place/distance-words';
import { postCard } from '../post/post-card';
import type { PostCard } from '../post/post-card';
import { say, translated } from '../../facts/words/say';

/** One row of a board: a card, and above it the heading of the section that begins there. */
export interface BoardRow {
  id: string;
  heading: string | null;
  /** Handed on to the post's own page, whose call answers no distance. */
  distanceText: string;
  card: PostCard;
}

/**
 * Rows of one page of a board. `before` is the last post of the page before: a section that goes on
 * across pages keeps its one heading. `around`: the searched place. Among what is far away, what can be
 * mailed comes first in its section.
 */
export function boardRows(
  page: BoardPage,
  sort: Sort,
  groups: readonly { code: Group; name: string }[],
  before: FoundPost | undefined,
  around: Place | undefined = undefined,
): BoardRow[] {
  const posts = sort === 'distance' ? mailedFirst(page.posts) : page.posts;
  return posts.map((post, index) => {
    const previous = index === 0 ? before : posts[index - 1];
    const heading = headingOf(post, sort);
    const continues = previous !== undefined && headingOf(previous, sort) === heading;
    const distance =
      around === undefined ? bandText(post.distanceBand) : distanceText(around.point, post.publicPoint);
    return {
      id: post.id,
      heading: continues ? null : heading,
      distanceText: distance,
      card: postCard(post, groups, page.nowMs, { adcode: around?.adcode ?? '', distanceText: distance }),
    };
  });
}

/** Bands stay in the order in which the search answered them, and so do the posts that are alike. */
function mailedFirst(posts: readonly FoundPost[]): FoundPost[] {
  const rank = ({ distanceBand, handOver }: FoundPost): number =>
    isFar(distanceBand) && !handOver.includes('mail') ? 1 : 0;
  /** What is near and there, what is near and rests, what is far. */
  const part = ({ distanceBand, isResting }: FoundPost): number =>
    isFar(distanceBand) ? 2 : Number(isResting);
  return [...posts].sort(
    (left, right) =>
      part(left) - part(right) || left.distanceBand - right.distanceBand || rank(left) - rank(right),
  );
}

function headingOf(post: FoundPost, sort: Sort): string {
  if (sort === 'distance' && post.isResting && !isFar(post.distanceBand))
    return post.board === 'spare'
      ? say('可能没有了：发布人还没回答“还有吗”')
      : say('可能不需要了：发布人还没回答“还需要吗”');
  return sort === 'distance' ? bandText(post.distanceBand) : translated(reachTexts[post.reach]);
}

const reachTexts = { city: '本市', province: '本省其他地方', country: '全国其他地方' } as const;
