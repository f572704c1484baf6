/**
 * `npm run bench:whole`: a phone's search through function, SDK, gateway and database, compared with PostGIS's bare
 * query.
 */
import { join } from 'node:path';
import type { NearbyContestant } from '../packages/sqlite-document-database/bench/contestants/contestant';
import { databaseCore } from '../packages/sqlite-document-database/bench/contestants/database-core';
import { documentDatabase } from '../packages/sqlite-document-database/bench/contestants/document-database';
import { postgis } from '../packages/sqlite-document-database/bench/contestants/postgis';
import { createPlaces } from '../packages/sqlite-document-database/bench/fixtures/places';
import { postId } from '../packages/sqlite-document-database/bench/fixtures/posts';
import { readPostColumns } from '../packages/sqlite-document-database/bench/fixtures/post-columns';
import { postsByPlace } from './data/collections';
import { benchPosts } from './data/posts';
import { interleave } from '../packages/sqlite-document-database/bench/measure/interleave';
import { nearbyTable } from '../packages/sqlite-document-database/bench/measure/nearby-table';
import { reportComparison } from '../packages/sqlite-document-database/bench/measure/report-comparison';
import { queryKinds } from '../packages/sqlite-document-database/bench/queries/query-kinds';
import { readOptions, runBench } from '../packages/sqlite-document-database/bench/stand/command-line';
import { folderWithPosts } from '../packages/sqlite-document-database/bench/stand/documents';
import { openBenchFolder } from '../packages/sqlite-document-database/bench/stand/folder';
import { postgresWithPosts } from '../packages/sqlite-document-database/bench/stand/peers';
import { withProgress } from '../packages/sqlite-document-database/bench/stand/progress';
import { readThrough } from '../packages/sqlite-document-database/bench/stand/read-through';
import { bareCallsTable } from './whole/bare-calls';
import { functionCaller } from './whole/call-function';
import { searchClient } from './whole/search-client';
import { startSearchCloud } from './whole/search-cloud';

const queriesPerRound = 10;

const help = `npm run bench:whole -- [options]

A phone's search for posts through everything: HTTP call, function instance, SDK, gateway, database; beside the database
alone and PostGIS's bare query, in turns. The search answers more than the query does: posts that have not expired,
vulnerable groups first within each distance band, checked by the contract on the way in and out. Beside it: what a
call costs that does nothing, and one that reads one post.

  --rounds N    rounds of ${queriesPerRound} queries of each kind and way (default 25)`;

runBench(async (endings) => {
  const options = readOptions(help, 25);
  if (!options) return;
  const { posts, rounds } = options;
  const folder = openBenchFolder(options.data);
  endings.push(folder.remove);

  const cloudDir = await folderWithPosts(folder, posts, {
    of: benchPosts,
    collections: postsByPlace(),
  });
  const { cloud, origin, close } = await startSearchCloud(folder, cloudDir);
  endings.push(close);
  const core = await databaseCore(join(cloudDir, 'database'));
  endings.push(core.close);
  const caller = functionCaller(origin);
  endings.push(caller.close);
  const client = searchClient(caller);
  const contestants: NearbyContestant[] = [documentDatabase(cloud.database), core, client];
  const postgres = await postgresWithPosts(folder, posts, endings);
  if (postgres) {
    const peer = await postgis(postgres);
    endings.push(peer.close);
    contestants.push(peer);
  }

  await readThrough(folder.dir);
  const columns = readPostColumns(posts);
  const kinds = queryKinds.filter(({ named }) => named);
  const { result: measured } = await withProgress('asking', rounds, (progress) =>
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

  console.log(
    `\n${posts.toLocaleString('en')} posts, ${rounds * queriesPerRound} queries of each kind, p50 / p99`,
  );
  const names = contestants.map(({ name }) => name);
  console.log(nearbyTable(measured.samples, names));
  reportComparison(measured);
  console.log(`\n${await bareCallsTable(caller, postId(0))}`);
});
