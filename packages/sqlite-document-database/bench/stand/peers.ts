import { findPeerPrograms, installSentence } from '../peers/peer-programs';
import { runPostgres, type RunningPostgres } from '../peers/run-postgres';
import { runRedis, type RunningRedis } from '../peers/run-redis';
import { fillPostgis } from '../contestants/postgis-table';
import { fillRedis } from '../contestants/redis-geo';
import { benchPosts } from '../fixtures/posts';
import type { BenchFolder } from './folder';
import { withProgress } from './progress';

type Endings = (() => unknown)[];
type Filled = Promise<{ result: number; spentMs: number }>;

/** Starts PostgreSQL on a folder and stops it at the end. Undefined, with a message, where it is not installed. */
export async function startPostgres(dir: string, endings: Endings): Promise<RunningPostgres | undefined> {
  const programs = findPeerPrograms().postgres;
  if (programs === undefined) return missing('PostgreSQL with PostGIS');
  const running = await runPostgres(programs, dir);
  endings.push(running.stop);
  return running;
}

/** Starts Redis on a folder and stops it at the end. Undefined, with a message, where it is not installed. */
export async function startRedis(dir: string, endings: Endings): Promise<RunningRedis | undefined> {
  const program = findPeerPrograms().redis;
  if (program === undefined) return missing('Redis');
  const running = await runRedis(program, dir);
  endings.push(running.stop);
  return running;
}

export const fillPostgres = (running: RunningPostgres, posts: number): Filled =>
  withProgress('loading PostgreSQL', posts, (progress) => fillPostgis(running, benchPosts(posts), progress));

export const fillRedisServer = (running: RunningRedis, posts: number): Filled =>
  withProgress('loading Redis', posts, (progress) => fillRedis(running, benchPosts(posts), progress));

/** PostgreSQL with the posts, loaded if they are missing. */
export async function postgresWithPosts(
  folder: BenchFolder,
  posts: number,
  endings: Endings,
): Promise<RunningPostgres | undefined> {
  const place = folder.engine('postgres', posts);
  const running = await startPostgres(place.dir, endings);
  if (running && !place.loaded) {
    await fillPostgres(running, posts);
    place.markLoaded();
  }
  return running;
}

/** Redis with the posts, loaded if they are missing. */
export async function redisWithPosts(
  folder: BenchFolder,
  posts: number,
  endings: Endings,
): Promise<RunningRedis | undefined> {
  const place = folder.engine('redis', posts);
  const running = await startRedis(place.dir, endings);
  if (running && !place.loaded) {
    await fillRedisServer(running, posts);
    place.markLoaded();
  }
  return running;
}

function missing(name: string): undefined {
  console.log(`${name} is not installed and is left out: ${installSentence}`);
  return undefined;
}
