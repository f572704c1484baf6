import type { Board } from '../../cloudfunctions/shared/contract/board';
import type { Sort } from '../../cloudfunctions/shared/contract/search-calls';
import { distanceMeters } from '../facts/distance';
import { distanceBand } from '../facts/distance-bands';
import type { BoardFilter } from '../model/board-filter';
import type { BoardPage, FoundPost } from '../model/board-page';
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

/** As far as people go for a few pills. */
const nearbyMeters = 20_000;

/**
 * What kept pages of the board hold around a place and with a filter whose own page was never loaded; null when they hold nothing of it.
 * As old as the oldest of them.
 */
export function postsNearby({ board, place, sort, filter }: BoardQuery): Kept<BoardPage> | null {
  if (sort !== 'distance' || filter.within !== '') return null;
  const found = new Map<string, FoundPost>();
  let [atMs, nowMs] = [Infinity, 0];
  for (const kept of keptPages()) {
    const { page } = kept.answer;
    for (const post of page.posts) {
      const meters = distanceMeters(place.place.point, post.publicPoint);
      if (post.board !== board || meters > nearbyMeters || !fits(post, filter) || found.has(post.id))
        continue;
      found.set(post.id, { ...post, distanceBand: distanceBand(meters) });
      atMs = Math.min(atMs, kept.atMs);
      nowMs = Math.max(nowMs, serverClock({ ...kept, answer: page }));
    }
  }
  const posts = [...found.values()].sort(
    (one, other) => one.distanceBand - other.distanceBand || Number(other.priority) - Number(one.priority),
  );
  // The board may have more.
  return posts.length === 0 ? null : { atMs, answer: { posts, nextCursor: '', nowMs } };
}

const fits = (post: FoundPost, { items, groups }: BoardFilter): boolean =>
  (items.length === 0 || post.items.some(({ code }) => items.includes(code))) &&
  (groups.length === 0 || post.groups.some((group) => groups.includes(group)));

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
