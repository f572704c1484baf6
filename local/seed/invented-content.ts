import type { Board } from '../../cloudfunctions/shared/contract/board';
import { campaign, catalogueItem, inventions } from './catalogue';
import type { Invention, Inventions } from './inventions';
import { needContents } from './need-content';
import { postContent } from './post-content';
import type { PostContent } from './post-content';
import type { Random } from './random';
import { spareContents } from './spare-content';

/** Draws the words and items of a post on a board. */
export function contents(board: Board, nowMs: number): (random: Random) => PostContent {
  if (inventions === null) return board === 'need' ? needContents(nowMs) : spareContents(nowMs);
  const drawn = inventedOn(board, inventions);
  return (random) => contentOf(board, random.pick(drawn), random);
}

/** The first post of a demonstration person. */
export const firstContent = (board: Board, given: Inventions, random: Random): PostContent =>
  contentOf(board, inventedOn(board, given)[0] as Invention, random);

const inventedOn = (board: Board, { needs, spares }: Inventions): Invention[] =>
  board === 'need' ? needs : spares;

function contentOf(board: Board, { notes, groups, items }: Invention, random: Random): PostContent {
  const total = random.pick([1, 1, 2, 2, 3, 4, 5]);
  return postContent({
    note: random.pick(notes),
    groups,
    items: items.map((code) => {
      const { unit, portion } = random.pick(catalogueItem(code).units);
      return { code, quantity: portion, unit };
    }),
    ...(board === 'need'
      ? { ill: random.pick([1, 1, 2, 3, 4]) }
      : { source: random.pick(campaign.sources).code, portions: { total, left: total } }),
  });
}
