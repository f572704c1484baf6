/** `npm run bench:load`: bulk load, disk space, opening and memory, compared with PostgreSQL with PostGIS and Redis. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openDocuments } from './contestants/document-database';
import { postgis } from './contestants/postgis';
import { redisGeo } from './contestants/redis-geo';
import type { NearbyContestant } from './contestants/contestant';
import { diskBytes } from './load/disk-bytes';
import type { Opened } from './load/opened';
import { memoryBytes } from './load/process-memory';
import { thousandQueries } from './load/queries';
import { megabytes, milliseconds, perSecond, seconds } from './measure/figures';
import { table } from './measure/table';
import { postsWithOneIndex, postsWithSixIndexes } from './stand/collections';
import { readOptions, runBench } from './stand/command-line';
import { fillDocuments } from './stand/documents';
import { openBenchFolder, type BenchFolder } from './stand/folder';
import { fillPostgres, fillRedisServer, startPostgres, startRedis } from './stand/peers';

const help = `npm run bench:load -- [options]

How fast posts are taken in, what they occupy on disk, how long opening and the first query take, and what memory holds
after a thousand queries: the database with one index and with six, PostgreSQL with
PostGIS (COPY, then the index), and Redis.`;

interface Row {
  name: string;
  loadMs: number;
  diskBytes: number;
  opened: Opened;
}

runBench(async (endings) => {
  const options = readOptions(help, 1);
  if (!options) return;
  const { posts } = options;
  // Always uses a new folder, because the load itself is measured.
  const folder = openBenchFolder(undefined);
  endings.push(folder.remove);
  const rows = [
    await measureDatabase(folder, 'database, one index', posts, 'one', postsWithOneIndex()),
    await measureDatabase(folder, 'database, six indexes', posts, 'six', postsWithSixIndexes()),
    await measurePostgres(folder, posts, endings),
    options.withoutRedis ? undefined : await measureRedis(folder, posts, endings),
  ].filter((row) => row !== undefined);

  console.log(`\n${posts.toLocaleString('en')} posts`);
  console.log(
    table(
      ['engine', 'load', 'posts', 'disk', 'open', 'first query', 'memory, opened', 'after 1,000 queries'],
      rows.map(({ name, loadMs, diskBytes: disk, opened }) => [
        name,
        seconds(loadMs),
        perSecond(posts, loadMs),
        megabytes(disk),
        milliseconds(opened.openMs),
        milliseconds(opened.firstQueryMs),
        megabytes(opened.bytesOpened),
        megabytes(opened.bytesAfter),
      ]),
    ),
  );
  const bare = megabytes(rows[0]?.opened.bytesBefore ?? NaN);
  console.log(`The database runs inside Node, which holds ${bare} before it opens anything.`);
  console.log('Opening a peer is starting its server until it answers.');
});

async function measureDatabase(
  folder: BenchFolder,
  name: string,
  posts: number,
  engine: string,
  collections: ReturnType<typeof postsWithOneIndex>,
): Promise<Row> {
  const { dir } = folder.engine(engine, posts);
  const database = await openDocuments(join(dir, 'database'), collections);
  const { spentMs } = await fillDocuments(database, posts);
  await database.close();
  // The same runner that started this file, bench/run.ts.
  const program = ['--import', 'tsx', process.argv[1] ?? '', join(__dirname, 'load/opened.ts'), dir];
  const { stdout } = await promisify(execFile)(process.execPath, program);
  return { name, loadMs: spentMs, diskBytes: diskBytes(dir), opened: JSON.parse(stdout) as Opened };
}

async function measurePostgres(
  folder: BenchFolder,
  posts: number,
  endings: (() => unknown)[],
): Promise<Row | undefined> {
  const { dir } = folder.engine('postgres', posts);
  const first = await startPostgres(dir, endings);
  if (!first) return undefined;
  const { spentMs } = await fillPostgres(first, posts);
  await first.stop();
  const openedAt = performance.now();
  const again = await startPostgres(dir, endings);
  if (!again) return undefined;
  const openMs = performance.now() - openedAt;
  const bytesOpened = memoryBytes(again.pid);
  const peer = await postgis(again);
  const firstQueryMs = await askAll(peer);
  const opened = { openMs, firstQueryMs, bytesOpened, bytesAfter: memoryBytes(again.pid) };
  peer.close();
  return { name: 'PostgreSQL', loadMs: spentMs, diskBytes: diskBytes(dir), opened };
}

async function measureRedis(
  folder: BenchFolder,
  posts: number,
  endings: (() => unknown)[],
): Promise<Row | undefined> {
  const { dir } = folder.engine('redis', posts);
  const first = await startRedis(dir, endings);
  if (!first) return undefined;
  const { spentMs } = await fillRedisServer(first, posts);
  await first.stop();
  const openedAt = performance.now();
  const again = await startRedis(dir, endings);
  if (!again) return undefined;
  const openMs = performance.now() - openedAt;
  const bytesOpened = memoryBytes(again.pid);
  const peer = redisGeo(again);
  const firstQueryMs = await askAll(peer);
  const opened = { openMs, firstQueryMs, bytesOpened, bytesAfter: memoryBytes(again.pid) };
  peer.close();
  return { name: 'Redis', loadMs: spentMs, diskBytes: diskBytes(dir), opened };
}

/** The duration of the first query, in milliseconds. */
async function askAll(contestant: NearbyContestant): Promise<number> {
  let firstMs: number | undefined;
  for (const query of thousandQueries()) {
    const ready = await contestant.prepare(query);
    const startedAt = performance.now();
    await ready?.ask();
    firstMs ??= performance.now() - startedAt;
  }
  return firstMs ?? NaN;
}
