/** `npm run bench:whole`: a phone's search through function, SDK, gateway and database, beside PostGIS's bare query. */
import { join } from 'node:path';
import type { NearbyContestant } from './contestants/contestant';
import { databaseCore } from './contestants/database-core';
import { documentDatabase } from './contestants/document-database';
import { postgis } from './contestants/postgis';
import { createPlaces } from './data/places';
import { postId } from './data/posts';
import { readPostColumns } from './data/post-columns';
import { interleave } from './measure/interleave';
import { nearbyTable } from './measure/nearby-table';
import { reportComparison } from './measure/report-comparison';
import { QUERY_KINDS } from './queries/query-kinds';
import { readOptions, runBench } from './stand/command-line';
import { cloudDataWithPosts } from './stand/documents';
import { openBenchFolder } from './stand/folder';
import { postgresWithPosts } from './stand/peers';
import { withProgress } from './stand/progress';
import { readThrough } from './stand/read-through';
import { bareCallsTable } from './whole/bare-calls';
import { functionCaller } from './whole/call-function';
import { searchClient } from './whole/search-client';
import { startSearchCloud } from './whole/search-cloud';

const QUERIES_PER_ROUND = 10;

const HELP = `npm run bench:whole -- [options]

A phone's search for posts through everything: HTTP call, function instance, SDK, gateway, database; beside the database
alone and PostGIS's bare query, in turns. The search answers more than the query does: posts that have not expired,
vulnerable groups first within each distance band, checked by the contract on the way in and out. Beside it: what a
call costs that does nothing, and one that reads one post.

  --rounds N    rounds of ${QUERIES_PER_ROUND} queries of each kind and way (default 25)`;

runBench(async (endings) => {
  const options = readOptions(HELP, 25);
  if (!options) return;
  const { posts, rounds } = options;
  const folder = openBenchFolder(options.data);
  endings.push(folder.remove);

  const cloudDir = await cloudDataWithPosts(folder, posts);
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
  const kinds = QUERY_KINDS.filter(({ named }) => named);
  const { result: measured } = await withProgress('asking', rounds, (progress) =>
    interleave({
      kinds,
      contestants,
      places: createPlaces(),
      rounds,
      queriesPerRound: QUERIES_PER_ROUND,
      columns,
      progress,
    }),
  );

  console.log(
    `\n${posts.toLocaleString('en')} posts, ${rounds * QUERIES_PER_ROUND} queries of each kind, p50 / p99`,
  );
  const names = contestants.map(({ name }) => name);
  console.log(nearbyTable(measured.samples, names));
  reportComparison(measured);
  console.log(`\n${await bareCallsTable(caller, postId(0))}`);
});
