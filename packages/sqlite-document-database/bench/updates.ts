/** `npm run bench:updates`: durable conditional updates a second, compared with PostgreSQL. */
import { portionsOfAPost } from './fixtures/posts';
import { createRandom } from './fixtures/random';
import { milliseconds, perSecond, times } from './measure/figures';
import { percentile } from './measure/percentile';
import { table } from './measure/table';
import { readOptions, runBench } from './stand/command-line';
import { folderWithPosts, openFolderDatabase } from './stand/documents';
import { openBenchFolder } from './stand/folder';
import { postgresWithPosts } from './stand/peers';
import { withProgress } from './stand/progress';
import { databaseGiver } from './updates/database-giver';
import { drawIds, giveAll, type Giver } from './updates/giving';
import { postgresGiver, type PostgresGiver } from './updates/postgres-giver';

const help = `npm run bench:updates -- [options]

Durable conditional updates a second, one at a time and 64 at a time: a post that is open and has portions left has one
fewer. The database through the call that the gateway makes, and PostgreSQL (fsync and synchronous_commit
on, one or as many connections as serve it best), in turns; how many each let through is compared.

  --rounds N    rounds (default 15)`;

/** Updates in a round, by how many run at once. */
const sizes = new Map([
  [1, 200],
  [64, 3200],
]);
const pools = [8, 16, 32, 64];

runBench(async (endings) => {
  const options = readOptions(help, 15);
  if (!options) return;
  const { posts, rounds } = options;
  // Always a new folder, because each run uses up the portions.
  const folder = openBenchFolder(undefined);
  endings.push(folder.remove);
  const database = await openFolderDatabase(await folderWithPosts(folder, posts));
  endings.push(() => database.close());
  const ours = databaseGiver(database);
  const postgres = await postgresWithPosts(folder, posts, endings);

  const random = createRandom(9);
  const peers = new Map<number, Giver>();
  if (postgres) {
    const open = (connections: number) => {
      const giver = postgresGiver(postgres, connections);
      endings.push(giver.close);
      return giver;
    };
    peers.set(1, open(1));
    peers.set(64, await fastest(pools.map(open), () => drawIds(random, posts, 3200)));
  }

  const rates = new Map<string, number[]>();
  const latencies = new Map<string, number[]>();
  let differing = 0;
  await withProgress('updating', rounds, async (progress) => {
    for (let round = -1; round < rounds; round += 1) {
      for (const [atOnce, size] of sizes) {
        const ids = drawIds(random, posts, size);
        const peer = peers.get(atOnce);
        const givers = round % 2 === 0 ? [ours, peer] : [peer, ours];
        const given = new Set<number>();
        for (const giver of givers) {
          if (!giver) continue;
          const gave = await giveAll(giver, ids, atOnce);
          given.add(gave.given);
          if (round < 0) continue;
          const key = `${giver.name} ${atOnce}`;
          rates.set(key, [...(rates.get(key) ?? []), (size * 1000) / gave.spentMs]);
          latencies.set(key, [...(latencies.get(key) ?? []), gave.spentMs / size]);
        }
        if (given.size > 1) differing += 1;
      }
      progress(Math.max(0, round + 1));
    }
  });

  const rate = (name: string, atOnce: number): number =>
    percentile(rates.get(`${name} ${atOnce}`) ?? [], 0.5);
  const rows = [...sizes.keys()].map((atOnce) => {
    const peer = peers.get(atOnce);
    return [
      String(atOnce),
      perSecond(rate('database', atOnce), 1000),
      peer ? `${perSecond(rate(peer.name, atOnce), 1000)} (${peer.note ?? ''})` : '–',
      peer ? times(rate('database', atOnce) / rate(peer.name, atOnce)) : '–',
      milliseconds(percentile(latencies.get(`database ${atOnce}`) ?? [], 0.5)),
    ];
  });
  console.log(`\n${posts.toLocaleString('en')} posts, medians of ${rounds} rounds`);
  console.log(table(['at once', 'database', 'PostgreSQL', 'database : PostgreSQL', 'database, each'], rows));
  console.log(`rounds in which they let through different numbers: ${differing}`);
  if (differing > 0) process.exitCode = 1;
});

/** Chooses the number of connections with the highest rate in a trial, so that the peer is measured at its best. */
async function fastest(givers: readonly PostgresGiver[], ids: () => string[]): Promise<PostgresGiver> {
  let best: { giver: PostgresGiver; spentMs: number } | undefined;
  for (const giver of givers) {
    // The first run only opens connections and prepares statements.
    await giveAll(giver, ids(), 64);
    const { spentMs } = await giveAll(giver, ids(), 64);
    if (!best || spentMs < best.spentMs) best = { giver, spentMs };
  }
  if (!best) throw new Error('nobody to choose from');
  await best.giver.restore(portionsOfAPost);
  return best.giver;
}
