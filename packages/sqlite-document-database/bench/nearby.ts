/** `npm run bench:nearby`: the nearest posts, compared with PostGIS and Redis. */
import { join } from 'node:path';
import type { NearbyContestant } from './contestants/contestant';
import { databaseCore } from './contestants/database-core';
import { documentDatabase } from './contestants/document-database';
import { postgis } from './contestants/postgis';
import { redisGeo } from './contestants/redis-geo';
import { createPlaces } from './fixtures/places';
import { readPostColumns } from './fixtures/post-columns';
import { interleave } from './measure/interleave';
import { nearbyTable } from './measure/nearby-table';
import { reportComparison } from './measure/report-comparison';
import { queryKinds, type QueryKind } from './queries/query-kinds';
import { readOptions, runBench } from './stand/command-line';
import { folderWithPosts, openFolderDatabase } from './stand/documents';
import { openBenchFolder } from './stand/folder';
import { postgresWithPosts, redisWithPosts } from './stand/peers';
import { withProgress } from './stand/progress';
import { readThrough } from './stand/read-through';

const queriesPerRound = 20;
/** Above this many posts a query without an index takes many seconds. */
const unnamedUpToPosts = 300_000;

const help = `npm run bench:nearby -- [options]

The 20 nearest posts, asked in five ways, of the database, PostgreSQL with PostGIS, and Redis: the same
posts, the same questions, the same run, in turns; answers compared with one another and with a look at every post.

  --rounds N    rounds of ${queriesPerRound} queries of each kind and engine (default 60)`;

runBench(async (endings) => {
  const options = readOptions(help, 60);
  if (!options) return;
  const { posts, rounds } = options;
  const folder = openBenchFolder(options.data);
  endings.push(folder.remove);

  const cloudDir = await folderWithPosts(folder, posts);
  const database = await openFolderDatabase(cloudDir);
  endings.push(() => database.close());
  const core = await databaseCore(join(cloudDir, 'database'));
  endings.push(core.close);
  const postgres = await postgresWithPosts(folder, posts, endings);
  const redis = options.withoutRedis ? undefined : await redisWithPosts(folder, posts, endings);
  const contestants: NearbyContestant[] = [documentDatabase(database), core];
  if (postgres) {
    const peer = await postgis(postgres);
    endings.push(peer.close);
    contestants.push(peer);
  }
  if (redis) {
    const peer = redisGeo(redis);
    endings.push(peer.close);
    contestants.push(peer);
  }

  await readThrough(folder.dir);
  const columns = readPostColumns(posts);
  const ask = async (label: string, kinds: readonly QueryKind[]): Promise<void> => {
    const { result: measured } = await withProgress(label, rounds, (progress) =>
      interleave({
        kinds,
        contestants,
        places: createPlaces(),
        rounds,
        queriesPerRound: queriesPerRound,
        columns,
        progress,
      }),
    );
    const names = contestants.map(({ name }) => name);
    console.log(`\n${nearbyTable(measured.samples, names)}`);
    for (const { name, meaning } of kinds) console.log(`- ${name}: ${meaning}`);
    reportComparison(measured);
  };
  console.log(
    `\n${posts.toLocaleString('en')} posts, ${rounds * queriesPerRound} queries of each kind, p50 / p99`,
  );
  console.log(versions(postgres?.version, redis?.version));
  await ask(
    'asking',
    queryKinds.filter(({ named }) => named),
  );
  // Runs last, because the rows that it reads evict all others from the caches.
  if (posts <= unnamedUpToPosts)
    await ask(
      'asking without an index',
      queryKinds.filter(({ named }) => !named),
    );
});

function versions(postgres: string | undefined, redis: string | undefined): string {
  const peers = [postgres && `PostgreSQL ${postgres}`, redis && `Redis ${redis}`].filter(Boolean);
  return [`Node ${process.versions.node}`, ...peers].join(', ');
}
