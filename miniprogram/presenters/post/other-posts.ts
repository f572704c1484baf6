import type { Board } from '../../../cloudfunctions/shared/contract/board';
import type { Post } from '../../../cloudfunctions/shared/contract/post';
import { say } from '../../facts/words/say';

/** Matching posts: the other board, the same items, around the place that the post shows. */
export function fittingQuery(post: Pick<Post, 'board' | 'items' | 'publicPoint' | 'region'>) {
  const board: Board = post.board === 'need' ? 'spare' : 'need';
  const query = {
    board,
    items: post.items.map(({ code }) => code),
    place: { point: post.publicPoint, adcode: post.region.adcode },
  };
  return { fits: query, fitsHeading: board === 'spare' ? say('现在就有人有：') : say('现在有人正缺：') };
}

/** The posts offered in place of one that has ended, around a place. */
export const insteadText = (board: Board, place: string): string =>
  board === 'spare' ? say`${place}附近还有人有：` : say`${place}附近还有人缺：`;
