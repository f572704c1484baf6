import type { Board } from '../../cloudfunctions/shared/contract/board';
import type { Sort } from '../../cloudfunctions/shared/contract/search-calls';
import type { BoardFilter } from '../model/board-filter';
import type { BoardPage } from '../model/board-page';
import type { ChosenPlace } from '../model/chosen-place';
import { call } from './cloud';

/** Which posts a board shows, and in which order. */
export interface BoardQuery {
  board: Board;
  place: ChosenPlace;
  sort: Sort;
  filter: BoardFilter;
}

/** Loads one page of a board; without a cursor the first. Throws CallError. */
export function loadBoardPage(query: BoardQuery, cursor: string | null): Promise<BoardPage> {
  const { items, groups, within } = query.filter;
  return call('search', 'nearby', {
    board: query.board,
    place: query.place.place,
    sort: query.sort,
    items,
    groups,
    ...(within === '' ? {} : { within }),
    ...(cursor === null ? {} : { cursor }),
  });
}
