import { findPeerPrograms, INSTALL_SENTENCE } from '../../scripts/peers/peer-programs';
import { runPostgres, type RunningPostgres } from '../../scripts/peers/run-postgres';
import { runRedis, type RunningRedis } from '../../scripts/peers/run-redis';
import { fillPostgis } from '../contestants/postgis-table';
import { fillRedis } from '../contestants/redis-geo';
import { benchPosts } from '../data/posts';
import type { BenchFolder } from './folder';
import { withProgress } from './progress';

type Endings = (() => unknown)[];

/** PostgreSQL with the posts in it; undefined, and said, where it is not installed. */
export async function postgresWithPosts(
  folder: BenchFolder,
  posts: number,
  endings: Endings,
): Promise<RunningPostgres | undefined> {
  const programs = findPeerPrograms().postgres;
  if (programs === undefined) return missing('PostgreSQL with PostGIS');
  const place = folder.engine('postgres', posts);
  const running = await runPostgres(programs, place.dir);
  endings.push(running.stop);
  if (!place.loaded) {
    await withProgress('loading PostgreSQL', posts, (progress) =>
      fillPostgis(running, programs, benchPosts(posts), progress),
    );
    place.markLoaded();
  }
  return running;
}

/** Redis with the posts in it; undefined, and said, where it is not installed. */
export async function redisWithPosts(
  folder: BenchFolder,
  posts: number,
  endings: Endings,
): Promise<RunningRedis | undefined> {
  const program = findPeerPrograms().redis;
  if (program === undefined) return missing('Redis');
  const place = folder.engine('redis', posts);
  const running = await runRedis(program, place.dir);
  endings.push(running.stop);
  if (!place.loaded) {
    await withProgress('loading Redis', posts, (progress) => fillRedis(running, benchPosts(posts), progress));
    place.markLoaded();
  }
  return running;
}

function missing(name: string): undefined {
  console.log(`${name} is not installed and is left out: ${INSTALL_SENTENCE}`);
  return undefined;
}
