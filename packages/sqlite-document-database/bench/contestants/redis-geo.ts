import { Redis } from 'ioredis';
import type { BenchPost } from '../fixtures/posts';
import { earthRadiusMeters } from '../../src/geo/sphere';
import type { RunningRedis } from '../peers/run-redis';
import { pageSize, type NearbyQuery } from '../queries/query-kinds';
import type { Found } from '../queries/found';
import { prepared, type NearbyContestant } from './contestant';

/** The earth radius that Redis uses. */
const redisRadiusMeters = 6_372_797.560_856;
const oursToRedis = redisRadiusMeters / earthRadiusMeters;

/** A sorted set of positions for each combination of board, status and item, and each document under its id. */
const groupKey = (board: string, status: string, code: string): string => `near:${board}:${status}:${code}`;

export async function fillRedis(
  { connection }: RunningRedis,
  posts: Iterable<BenchPost>,
  progress: (done: number) => void,
): Promise<number> {
  const redis = new Redis(connection);
  let done = 0;
  let pipeline = redis.pipeline();
  const send = async (): Promise<void> => {
    const answers = (await pipeline.exec()) ?? [];
    const failed = answers.find(([error]) => error)?.[0];
    if (failed) throw failed;
    pipeline = redis.pipeline();
    progress(done);
  };
  for (const post of posts) {
    const [lng, lat] = post.publicPoint.coordinates;
    pipeline.set(post._id, JSON.stringify(post));
    for (const code of post.itemCodes)
      pipeline.geoadd(groupKey(post.board, post.status, code), lng, lat, post._id);
    done += 1;
    if (done % 2000 === 0) await send();
  }
  await send();
  redis.disconnect();
  return done;
}

interface Answer {
  near: Found[];
  documents: (string | null)[];
}

/**
 * Without a radius in the query, the search widens until it has a page, because Redis searches a circle and not
 * outwards.
 */
const wideningMeters = [100_000, 300_000, 900_000, 2_700_000, 8_000_000];

/** Redis through `ioredis`: GEOSEARCH on each item's set, then MGET of the documents. */
export function redisGeo({ connection }: RunningRedis): NearbyContestant & { close(): void } {
  const redis = new Redis(connection);

  async function nearest(query: NearbyQuery, radiusMeters: number): Promise<Found[]> {
    const pipeline = redis.pipeline();
    for (const code of query.items)
      pipeline.call(
        'GEOSEARCH',
        groupKey('need', 'published', code),
        'FROMLONLAT',
        query.centre[0],
        query.centre[1],
        'BYRADIUS',
        radiusMeters * oursToRedis,
        'm',
        'ASC',
        'COUNT',
        query.skip + pageSize,
        'WITHDIST',
      );
    const answers = (await pipeline.exec()) ?? [];
    const near = answers.flatMap(([error, rows]) => {
      if (error) throw error;
      return (rows as [string, string][]).map(([id, meters]) => ({
        id,
        meters: Number(meters) / oursToRedis,
      }));
    });
    if (query.items.length > 1) near.sort((a, b) => a.meters - b.meters);
    return near.slice(query.skip, query.skip + pageSize);
  }

  return {
    name: 'Redis',
    // 52 bits of position are less than a metre.
    toleranceMeters: 1.5,
    prepare(query) {
      // Redis has no filter besides the position.
      if (query.rareGroup) return undefined;
      return prepared<Answer>({
        async ask() {
          const radii = query.radiusMeters === undefined ? wideningMeters : [query.radiusMeters];
          let near: Found[] = [];
          for (const radius of radii) {
            near = await nearest(query, radius);
            if (near.length === pageSize) break;
          }
          return { near, documents: near.length ? await redis.mget(near.map(({ id }) => id)) : [] };
        },
        read: ({ near }) => near,
      });
    },
    close: () => redis.disconnect(),
  };
}
