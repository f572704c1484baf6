import type { Board } from '../../cloudfunctions/shared/contract/board';
import type { Sort } from '../../cloudfunctions/shared/contract/search-calls';
import type { BoardFilter } from '../model/board-filter';
import type { BoardPage } from '../model/board-page';
import type { ChosenPlace } from '../model/chosen-place';
import { campaignSeen } from './campaign';
import { foundPage } from '../presenters/board/found-page';
import { call } from './cloud';
import { keepAnswer, keptAnswer, serverClock } from './kept-answers';
import type { Kept } from './kept-answers';

/** The posts that a board shows, and their order. */
export interface BoardQuery {
  board: Board;
  place: ChosenPlace;
  sort: Sort;
  filter: BoardFilter;
}

/** Loads one page of a board; without a cursor the first page, which is kept. Throws CallError. */
export async function loadBoardPage(query: BoardQuery, cursor: string | null): Promise<BoardPage> {
  const { items, groups, within } = query.filter;
  const answer = await call('search', 'nearby', {
    board: query.board,
    place: query.place.place,
    sort: query.sort,
    items,
    groups,
    ...(within === '' ? {} : { within }),
    ...(cursor === null ? {} : { cursor }),
  });
  campaignSeen(answer.campaignVersion);
  const page = foundPage(answer, query.board);
  if (cursor === null) keepPage(query, page);
  return page;
}

/** The kept first page; null when it was not loaded lately. `nowMs` is the server's clock now. */
export function boardAtHand(query: BoardQuery): Kept<BoardPage> | null {
  const kept = keptPages().find(({ answer }) => answer.query === nameOf(query));
  if (kept === undefined) return null;
  const { page } = kept.answer;
  return { atMs: kept.atMs, answer: { ...page, nowMs: serverClock({ ...kept, answer: page }) } };
}

type KeptPage = Kept<{ query: string; page: BoardPage }>;

/** Both boards of a few places; a page has about 20 KB. */
const pagesKept = 6;
const pagesKey = 'board-pages';

const keptPages = (): KeptPage[] => keptAnswer<KeptPage[]>(pagesKey)?.answer ?? [];

function keepPage(query: BoardQuery, page: BoardPage): void {
  const name = nameOf(query);
  const others = keptPages().filter(({ answer }) => answer.query !== name);
  const pages = [{ atMs: Date.now(), answer: { query: name, page } }, ...others];
  keepAnswer(pagesKey, pages.slice(0, pagesKept));
}

const nameOf = ({ board, place, sort, filter }: BoardQuery): string =>
  JSON.stringify([board, place.place, sort, filter.items, filter.groups, filter.within]);
