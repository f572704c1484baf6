/** `npm run bench:publishing`: many people publish at once. */
import { parseArgs } from 'node:util';
import { aDraft } from '../cloudfunctions/shared/testing/a-draft';
import { startProduct, type Product } from '../tests/integration/product';
import { nowMs } from '../packages/sqlite-document-database/bench/fixtures/posts';
import { benchPosts } from './data/posts';
import { percentile } from '../packages/sqlite-document-database/bench/measure/percentile';
import { table } from '../packages/sqlite-document-database/bench/measure/table';

const help = `npm run bench:publishing -- [options]

Members publish one need and one offer each, so many at a time, on top of a full board: through the real functions on a local
cloud. Prints how long a publication takes and how many were told to try again.

  --posts N     how many posts there are already (default 260000)
  --people N    how many members publish (default 300)
  --at-once L   how many at a time, several with commas (default 1,8,32)
  --help        this text
`;

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      posts: { type: 'string', default: '260000' },
      people: { type: 'string', default: '300' },
      'at-once': { type: 'string', default: '1,8,32' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return void process.stdout.write(help);
  const product = await startProduct({ nowMs });
  try {
    await product.cloud.database.bulkLoad('posts', benchPosts(Number(values.posts)));
    await publishAll(product, 'warm-up', 10, 2);
    const rows: string[][] = [];
    for (const atOnce of values['at-once'].split(',').map(Number)) {
      const { ms, busy, seconds } = await publishAll(product, `p${atOnce}`, Number(values.people), atOnce);
      const at = (fraction: number) => percentile(ms, fraction).toFixed(0);
      rows.push([
        String(atOnce),
        String(ms.length),
        String(busy),
        at(0.5),
        at(0.99),
        (ms.length / seconds).toFixed(0),
      ]);
    }
    console.log(`\n${Number(values.posts).toLocaleString('en')} posts\n`);
    console.log(table(['at once', 'publications', 'busy', 'p50 ms', 'p99 ms', 'a second'], rows));
  } finally {
    await product.close();
  }
}

interface Published {
  ms: number[];
  busy: number;
  seconds: number;
}

/** Every member publishes on both boards, with the given number running at a time and none waiting for another. */
async function publishAll(
  product: Product,
  name: string,
  people: number,
  atOnce: number,
): Promise<Published> {
  const members: string[] = [];
  for (let at = 0; at < people; at += 1) members.push(await product.enrol(`${name}-${at}`));
  const published: Published = { ms: [], busy: 0, seconds: 0 };
  const publishNext = async (): Promise<void> => {
    for (let openid = members.pop(); openid !== undefined; openid = members.pop())
      for (const board of ['need', 'spare'] as const) {
        const startedMs = performance.now();
        const answer = await product.call('posts', 'publish', aDraft(board), openid);
        published.ms.push(performance.now() - startedMs);
        if (answer.ok) continue;
        if (answer.error.code !== 'busy') throw new Error(answer.error.code);
        published.busy += 1;
      }
  };
  const startedMs = performance.now();
  await Promise.all(Array.from({ length: atOnce }, publishNext));
  published.seconds = (performance.now() - startedMs) / 1000;
  return published;
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
