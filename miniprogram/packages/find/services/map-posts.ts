import type { Board } from '../../../../cloudfunctions/shared/contract/board';
import type { BoardFilter } from '../../../model/board-filter';
import type { BoardPage } from '../../../model/board-page';
import type { ChosenPlace } from '../../../model/chosen-place';
import { foundPage } from '../../../presenters/board/found-page';
import { call } from '../../../services/cloud';

/** As many as one call answers. */
export const postsOnMap = 50;

/** The posts nearest to a place. Throws CallError. */
export async function loadMapPosts(
  board: Board,
  { place }: ChosenPlace,
  filter: BoardFilter,
): Promise<BoardPage> {
  const { items, groups, within } = filter;
  const answer = await call('search', 'nearby', {
    board,
    place,
    items,
    groups,
    ...(within === '' ? {} : { within }),
    pageSize: postsOnMap,
  });
  return foundPage(answer, board);
}
