import { z } from 'zod';
import type { Board, Group } from '../contract/board';
import { ListedFields, PostDocument } from '../contract/documents';
import { bandStartMeters, distanceBandsMeters, farBand } from '@facts/distance-bands';
import { storedCodes } from '@facts/regions/moved-codes';
import type { Adcode, Coordinates } from '../contract/place';
import type { Bound, Located, Walk, Walked } from '../domain/distance-page';
import { regionSegment, type Segment } from '../domain/time-segments';
import { aggregation, anyMatch, command, database, geoPoint } from './database';
import { grantCounts } from './admission-store';
import { accepted, documents, readable, rows } from './stored';

/** Spares within reach of which there are some; and those that rest, or are too far for the way there. */
export type BoardPart = 'near-and-there' | 'other';

const nearMeters = bandStartMeters(farBand);
const otherPart = anyMatch([{ isResting: true }, { meters: command.gt(nearMeters) }]);

/** What a search asks for, besides the order. */
export interface PostFilter {
  board: Board;
  items: readonly string[];
  groups: readonly Group[];
  /** Only posts for any vulnerable group. */
  onlyPriority?: boolean | undefined;
  place: { point: Coordinates };
  /** One part of a board of spares by distance (search/resting-last.ts); absent where all are wanted. */
  part?: BoardPart | undefined;
  within?: Adcode | undefined;
}

/** A post found by a walk. */
export interface LocatedPost extends Located {
  /** Null when the stored post is broken: it keeps its place in the result, and no list shows it. */
  document: ListedFields | null;
  /** How many open grants a spare has; 0 for a need. */
  openGrants: number;
}

/** A row of the result: the listed fields, and those that decide the order. */
const Row = ListedFields.extend({ priority: PostDocument.shape.priority, meters: z.number() });
/** The row without the fields that only order it. */
const Shown = ListedFields.strip();
/** The fields that give a row its place; the search itself relies on them, and the others may be broken. */
interface Place {
  _id: string;
  priority: 0 | 1;
  meters: number;
}

// Every row is checked as a whole when it is shown: a schema here would copy all of it once more.
function isPlaced(row: unknown): boolean {
  const { _id: id, priority, meters } = Object(row) as Partial<Record<keyof Place, unknown>>;
  return typeof id === 'string' && (priority === 0 || priority === 1) && typeof meters === 'number';
}

/** The one document that answers a search. A search that found nothing is answered with no document. */
const WalkAnswer = z.object({
  count: z.int(),
  farthest: z.object({ meters: z.number(), id: z.string() }),
  first: z.array(z.custom<Place>(isPlaced)),
  /** Documents of `admissions` of these posts, on a board of spares. */
  admissions: z.array(z.unknown()).default([]),
});

/**
 * A walk's posts, nearest first, equally near ones in no order, of which the `wanted` first in the order of the boards come
 * along, spares with their open grants. One database operation: it orders and cuts what it walked over, so that only a page is sent.
 */
export async function walkOutwards(
  filter: PostFilter,
  walk: Walk,
  wanted: number,
  nowMs: number,
): Promise<Walked<LocatedPost>> {
  const sides = ([0, 1] as const).flatMap((priority) => {
    const bound = walk.after[priority];
    return bound ? [{ priority, bound }] : [];
  });
  // The database may compute a distance for the bound and for the row in different ways, so the search starts a little
  // earlier.
  const minDistance = Math.max(0, Math.min(...sides.map(({ bound }) => bound.meters)) - 1);
  const untilMeters =
    filter.part === 'near-and-there' ? Math.min(walk.untilMeters, nearMeters) : walk.untilMeters;
  const reached = database
    .collection('posts')
    .aggregate()
    .geoNear({
      near: geoPoint(filter.place.point),
      spherical: true,
      key: 'searchPoint',
      distanceField: 'meters',
      ...(minDistance > 0 && { minDistance }),
      ...(untilMeters !== Infinity && { maxDistance: untilMeters }),
      query: openPosts(filter, filter.within ? regionSegment(filter.within) : {}, nowMs),
    });
  const part = filter.part === 'other' ? reached.match(otherPart) : reached;
  const isSpare = filter.board === 'spare';
  const page = part
    .match(anyMatch(sides.flatMap(({ priority, bound }) => after(priority, bound))))
    .limit(walk.limit)
    .addFields({ band })
    .sort({ band: 1, priority: -1, meters: 1, _id: 1 })
    .group({
      _id: null,
      count: aggregation.sum(1),
      farthest: aggregation.max({ meters: '$meters', id: '$_id' }),
      first: aggregation.push(listedFields),
      ...(isSpare && { ids: aggregation.push('$_id') }),
    })
    .project({
      _id: 0,
      count: 1,
      farthest: 1,
      first: aggregation.slice(['$first', wanted]),
      ...(isSpare && { ids: aggregation.slice(['$ids', wanted]) }),
    });
  const answer = await (isSpare ? page.lookup(admissionsOfIds) : page).end();
  const list: unknown = accepted(answer).data;
  if (!Array.isArray(list) || list.length === 0) return { first: [], count: 0, farthest: null };
  const { first, admissions, ...found } = WalkAnswer.parse(list[0]);
  const openGrants = grantCounts({ data: admissions });
  return {
    ...found,
    first: first.map((row) => ({
      id: row._id,
      priority: row.priority,
      meters: row.meters,
      document: readable(Shown, row),
      openGrants: openGrants.get(row._id) ?? 0,
    })),
  };
}

/** `distanceBand` of `$meters`, as the database computes it. */
const band = aggregation.switch({
  branches: distanceBandsMeters.map((upper, index) => ({
    case: aggregation.lte(['$meters', upper]),
    then: index,
  })),
  default: distanceBandsMeters.length,
});

/** Joins what counts the grants of a page's posts. */
const admissionsOfIds = { from: 'admissions', localField: 'ids', foreignField: '_id', as: 'admissions' };

const listedFields = Object.fromEntries(Object.keys(Row.shape).map((name) => [name, `$${name}`]));

/** Conditions for the rows after a bound; a row must satisfy one of them. */
function after(priority: 0 | 1, { meters, id }: Bound): Record<string, unknown>[] {
  const farther = { priority, meters: command.gt(meters) };
  return id === null ? [farther] : [farther, { priority, meters, _id: command.gt(id) }];
}

/** The newest posts of a segment after a position, by time rank; equal ranks by id. One database operation, and one more where broken posts were left out. */
export async function newestIn(
  filter: PostFilter,
  segment: Segment,
  position: { timeRank: number; id: string } | null,
  limit: number,
  nowMs: number,
): Promise<PostDocument[]> {
  const open = openPosts(filter, segment, nowMs);
  const answer = await database
    .collection('posts')
    .where(
      position
        ? command.and([
            { ...open, timeRank: command.lte(position.timeRank) },
            command.or([
              { timeRank: command.lt(position.timeRank) },
              { timeRank: position.timeRank, _id: command.gt(position.id) },
            ]),
          ])
        : open,
    )
    .orderBy('timeRank', 'desc')
    .orderBy('_id', 'asc')
    .limit(limit)
    .get();
  const found = documents(PostDocument, answer);
  const seen = rows(answer);
  const missing = seen.length - found.length;
  if (missing === 0 || seen.length < limit) return found;
  const { _id: id, timeRank } = Rank.parse(seen.at(-1));
  return [...found, ...(await newestIn(filter, segment, { timeRank, id }, missing, nowMs))];
}

/** The rank by which a list by time orders its posts. The search itself relies on it, so it is never broken here. */
const Rank = z.object({ _id: z.string(), timeRank: z.number() });

/** The status of posts that a search finds. */
const listedStatus = 'published';

function openPosts(filter: PostFilter, segment: Segment, nowMs: number): Record<string, unknown> {
  const { cityCode, provinceCode, districtCode, notCityCode, notProvinceCode } = segment;
  // With both, a database that cannot tell which of two large indexes leaves fewer posts may walk over the whole city's.
  const needsCity = !districtCode || filter.items.length > 0 || filter.groups.length > 0;
  return {
    board: filter.board,
    status: listedStatus,
    ...(filter.items.length > 0 && { itemCodes: anyOf(filter.items) }),
    ...(filter.part === 'near-and-there' && { isResting: command.neq(true) }),
    ...(filter.onlyPriority && { priority: 1 }),
    ...(filter.groups.length > 0 && { groups: anyOf(filter.groups) }),
    ...(provinceCode && { provinceCode }),
    ...(notProvinceCode && { provinceCode: command.neq(notProvinceCode) }),
    ...(cityCode && needsCity && { cityCode }),
    ...(notCityCode && { cityCode: command.neq(notCityCode) }),
    ...(districtCode && { districtCode: anyOf(storedCodes(districtCode)) }),
    expiresAtMs: command.gt(nowMs),
  };
}

const anyOf = (values: readonly string[]): unknown =>
  values.length === 1 ? values[0] : command.in([...values]);
