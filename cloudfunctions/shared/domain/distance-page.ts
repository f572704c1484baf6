import { bandEndMeters, bandStartMeters, distanceBand } from '@facts/distance-bands';

/**
 * A page of the order "band by band outwards, within a band those with priority first, then nearest first", built
 * from a database that can only walk outwards by distance.
 *
 * The order merges two streams, each sorted by distance: posts with priority and posts without. A walk that fetches
 * several pages' worth almost always completes the band that the page ends in, so one walk is enough. Only where a
 * single band holds more than a whole walk (`dense`) are the posts with priority in it asked for by themselves.
 * No page takes more than three walks: general, priority only, and (when a dense band runs out) general again.
 *
 * The database says nothing of the order of rows that are equally far, so a walk that reached its limit may have left some
 * of them out. Its farthest rows therefore count as not walked yet. Posts have points of their own (search-point.ts), so that
 * this is one row; where more are equally far than a walk fetches, the next one fetches more.
 *
 * What a walk makes certain, and what it holds back, are the first of its rows once they are in order: a page
 * never needs more of them than the posts it wants. The database orders and cuts, and says how many rows there were and
 * which was the farthest.
 */

export interface Located {
  id: string;
  priority: 0 | 1;
  meters: number;
}

/** The end of a page: this post. */
export interface DistancePosition extends Located {
  /** Its band holds more than a walk fetched, and perhaps more posts with priority. */
  dense: boolean;
}

/** The position at the end of a page that `settled` filled and `last` ended. */
export const positionAt = (last: Located, settled: Settled<Located>): DistancePosition => ({
  id: last.id,
  priority: last.priority,
  meters: last.meters,
  dense: settled.openBand === distanceBand(last.meters),
});

/** Everything after it in a stream: farther, or as far with a greater id. Without an id: strictly farther. */
export interface Bound {
  meters: number;
  id: string | null;
}

/** A walk outwards from the centre. A priority whose bound is null is not wanted. */
export interface Walk {
  after: { 0: Bound | null; 1: Bound | null };
  untilMeters: number;
  limit: number;
}

/** The result of a walk. */
export interface Walked<T extends Located> {
  /** The first rows in the order of the boards (`byOrder`): as many as the page wants in all, or all there are. */
  first: readonly T[];
  /** How many rows there were in all, at most the walk's limit. */
  count: number;
  /** The last row by distance and id; null when there were none. */
  farthest: Pick<Located, 'meters' | 'id'> | null;
}

/** A band covers at most 6.25 times the area within its near end; one more row tells that there is more. */
const walkFactor = 6.25;

export const walkLimit = (pageSize: number): number => Math.ceil(pageSize * walkFactor) + 1;

/** How many times more a walk fetches after one that ended within posts that are equally far. */
const growth = 4;

/** The rows of a walk that makes so many certain: the farthest one never is. */
const rowsFor = (certain: number): number => certain + 1;

const start: Bound = { meters: -1, id: null };
/** What is as far as the farthest rows of a walk, and what is farther: all of it is still to be walked over. */
const from = (meters: number): Bound => ({ meters, id: '' });
const wholeBand = (band: number): Bound => (band === 0 ? start : { meters: bandStartMeters(band), id: null });
const beyondBand = (band: number): Bound | null => {
  const meters = bandEndMeters(band);
  return meters === Infinity ? null : { meters, id: null };
};

/** The first walk of the page after `position`; null: of the first page. */
export function firstWalk(position: DistancePosition | null, pageSize: number): Walk {
  const general = { untilMeters: Infinity, limit: walkLimit(pageSize) };
  if (!position) return { after: { 0: start, 1: start }, ...general };
  const here: Bound = { meters: position.meters, id: position.id };
  const band = distanceBand(position.meters);
  if (position.priority === 0) return { after: { 0: here, 1: beyondBand(band) }, ...general };
  if (position.dense)
    return { after: { 0: null, 1: here }, untilMeters: bandEndMeters(band), limit: rowsFor(pageSize + 1) };
  return { after: { 0: wholeBand(band), 1: here }, ...general };
}

/** The part of a page that the walks so far have settled. */
export interface Settled<T extends Located> {
  /** In order, each certain of its place. */
  posts: T[];
  /** Certain to follow `posts` if the next walk finds the priority posts of their band exhausted. */
  held: T[];
  /** The walk still needed before the page is full or the posts are exhausted. */
  next: Walk | null;
  /** The band whose priority posts no walk has exhausted yet. */
  openBand: number | null;
}

export const nothingSettled: Settled<never> = { posts: [], held: [], next: null, openBand: null };

/**
 * Adds what `walk` found to what was settled. `wanted` is how many posts the page needs in all (one more than it shows,
 * to know whether another page follows).
 */
export function settle<T extends Located>(
  before: Settled<T>,
  walk: Walk,
  found: Walked<T>,
  wanted: number,
  pageSize: number,
): Settled<T> {
  return walk.after[0] === null
    ? settlePriorityWalk(before, walk, found, wanted, pageSize)
    : settleGeneralWalk(before, walk, found, wanted);
}

function settleGeneralWalk<T extends Located>(
  before: Settled<T>,
  walk: Walk,
  { first, count, farthest }: Walked<T>,
  wanted: number,
): Settled<T> {
  if (count < walk.limit || !farthest)
    return { posts: [...before.posts, ...first], held: [], next: null, openBand: null };
  const frontier = distanceBand(farthest.meters);
  const prioritySettled = walk.after[1] === null || walk.after[1].meters >= bandEndMeters(frontier);
  const isWhole = (row: T): boolean => row.meters < farthest.meters;
  const isCertain = (row: T): boolean =>
    isWhole(row) && (distanceBand(row.meters) < frontier || row.priority === 1 || prioritySettled);
  const posts = [...before.posts, ...first.filter(isCertain)];
  const openBand = prioritySettled ? null : frontier;
  if (posts.length >= wanted) return { posts, held: [], next: null, openBand };
  // The page reaches into the farthest rows themselves.
  if (first.some((row) => !isWhole(row) && (row.priority === 0 || prioritySettled)))
    return { ...before, held: [], next: { ...walk, limit: walk.limit * growth } };
  const reached = from(farthest.meters);
  return {
    posts,
    held: first.filter((row) => isWhole(row) && !isCertain(row)),
    next: {
      after: { 0: null, 1: walk.after[1] ? fartherOf(walk.after[1], reached) : reached },
      untilMeters: bandEndMeters(frontier),
      limit: rowsFor(wanted - posts.length),
    },
    openBand,
  };
}

/** A bound without an id is beyond all posts at its distance. */
function fartherOf(one: Bound, other: Bound): Bound {
  if (one.meters !== other.meters) return one.meters > other.meters ? one : other;
  if (one.id === null || other.id === null) return one.id === null ? one : other;
  return one.id > other.id ? one : other;
}

function settlePriorityWalk<T extends Located>(
  before: Settled<T>,
  walk: Walk,
  { first, count, farthest }: Walked<T>,
  wanted: number,
  pageSize: number,
): Settled<T> {
  const band = distanceBand(walk.untilMeters);
  if (count >= walk.limit && farthest) {
    const posts = [...before.posts, ...first.filter(({ meters }) => meters < farthest.meters)];
    if (posts.length >= wanted) return { posts, held: [], next: null, openBand: band };
    const reached = walk.after[1] ? fartherOf(walk.after[1], from(farthest.meters)) : from(farthest.meters);
    const next = { ...walk, after: { 0: null, 1: reached }, limit: walk.limit * growth };
    return { posts, held: before.held, next, openBand: band };
  }
  const posts = [...before.posts, ...first];
  if (posts.length >= wanted) return { posts, held: [], next: null, openBand: null };
  if (before.held.length > 0)
    return { posts: [...posts, ...before.held], held: [], next: null, openBand: null };
  return {
    posts,
    held: [],
    next: {
      after: { 0: wholeBand(band), 1: beyondBand(band) },
      untilMeters: Infinity,
      limit: walkLimit(pageSize),
    },
    openBand: null,
  };
}

const byDistance = (left: Located, right: Located): number =>
  left.meters - right.meters || (left.id < right.id ? -1 : Number(left.id > right.id));

/** The order of the boards by distance. */
export const byOrder = (left: Located, right: Located): number =>
  distanceBand(left.meters) - distanceBand(right.meters) ||
  right.priority - left.priority ||
  byDistance(left, right);
