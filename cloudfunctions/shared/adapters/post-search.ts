import { z } from 'zod';
import type { Board, Group } from '../contract/board';
import { PostDocument } from '../contract/documents';
import type { Adcode, Coordinates } from '../contract/place';
import type { Bound, Located, Walk } from '../domain/distance-page';
import { regionSegment, type Segment } from '../domain/time-segments';
import { anyMatch, command, database, geoPoint } from './database';
import { accepted, documents } from './stored';

/** What a search asks for, beside the order. */
export interface PostFilter {
  board: Board;
  items: readonly string[];
  groups: readonly Group[];
  place: { point: Coordinates };
  within?: Adcode | undefined;
}

/** A post found by a walk, not yet read: most of a walk's rows only decide where the page ends. */
export interface LocatedPost extends Located {
  document: unknown;
}

const Row = z.looseObject({ _id: z.string(), priority: PostDocument.shape.priority, meters: z.number() });

/** The posts of one walk, nearest first, equally near ones by id. One database operation. */
export async function walkOutwards(filter: PostFilter, walk: Walk, nowMs: number): Promise<LocatedPost[]> {
  const wanted = ([0, 1] as const).flatMap((priority) => {
    const bound = walk.after[priority];
    return bound ? [{ priority, bound }] : [];
  });
  // The database may compute a distance in another way for the bound than for the row: start a little earlier.
  const minDistance = Math.max(0, Math.min(...wanted.map(({ bound }) => bound.meters)) - 1);
  const answer = await database
    .collection('posts')
    .aggregate()
    .geoNear({
      near: geoPoint(filter.place.point),
      spherical: true,
      key: 'publicPoint',
      distanceField: 'meters',
      ...(minDistance > 0 && { minDistance }),
      ...(walk.untilMeters !== Infinity && { maxDistance: walk.untilMeters }),
      query: openPosts(filter, filter.within ? regionSegment(filter.within) : {}, nowMs),
    })
    .match(anyMatch(wanted.flatMap(({ priority, bound }) => after(priority, bound))))
    .limit(walk.limit)
    .end();
  const rows: unknown[] = accepted(answer).data;
  return rows.map((row) => {
    const { _id: id, priority, meters, ...fields } = Row.parse(row);
    return { id, priority, meters, document: { _id: id, priority, ...fields } };
  });
}

/** Reads what a walk found. */
export const readLocated = (row: LocatedPost): PostDocument => PostDocument.parse(row.document);

/** What lies after a bound, as alternatives. */
function after(priority: 0 | 1, { meters, id }: Bound): Record<string, unknown>[] {
  const farther = { priority, meters: command.gt(meters) };
  return id === null ? [farther] : [farther, { priority, meters, _id: command.gt(id) }];
}

/** The newest posts of a segment after a position, by time rank; equal ranks by id. One database operation. */
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
  return documents(PostDocument, answer);
}

function openPosts(filter: PostFilter, segment: Segment, nowMs: number): Record<string, unknown> {
  const { cityCode, provinceCode, districtCode, notCityCode, notProvinceCode } = segment;
  return {
    board: filter.board,
    status: 'published',
    ...(filter.items.length > 0 && { itemCodes: anyOf(filter.items) }),
    ...(filter.groups.length > 0 && { groups: anyOf(filter.groups) }),
    ...(provinceCode && { provinceCode }),
    ...(notProvinceCode && { provinceCode: command.neq(notProvinceCode) }),
    ...(cityCode && { cityCode }),
    ...(notCityCode && { cityCode: command.neq(notCityCode) }),
    ...(districtCode && { districtCode }),
    expiresAtMs: command.gt(nowMs),
  };
}

const anyOf = (values: readonly string[]): unknown =>
  values.length === 1 ? values[0] : command.in([...values]);
