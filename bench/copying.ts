/** `npm run bench:copying`: how much a visitor, a member and a hundred accounts can copy. */
import { parseArgs } from 'node:util';
import { maximumPageSize } from '../cloudfunctions/shared/contract/search-calls';
import { yuelu } from '../cloudfunctions/shared/testing/a-draft';
import { campaign } from '../local/seed/catalogue';
import { startProduct, type Product } from '../tests/integration/product';
import { nowMs } from '../packages/sqlite-document-database/bench/fixtures/posts';
import { table } from '../packages/sqlite-document-database/bench/measure/table';
import { benchPosts } from './data/posts';

const help = `npm run bench:copying -- [options]

What can be copied of the boards, worked out from the budgets, and for one visitor and one member driven through the real
functions on a local cloud, as fast as they answer.

  --posts N     how many posts the boards have (default 20000)
  --help        this text
`;

const { callsPerHour, opensPerDay, needHours, spareHours } = campaign.limits;

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      posts: { type: 'string', default: '20000' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return void process.stdout.write(help);
  const posts = Number(values.posts);
  console.log(
    `\nby the budgets, boards of ${posts.toLocaleString('en')} posts, lives of ${needHours} and ${spareHours} h\n`,
  );
  console.log(table(['', 'lines an hour', 'whole board', 'posts opened', 'whole board'], budgetRows(posts)));
  const product = await startProduct({ nowMs });
  try {
    await product.cloud.database.bulkLoad('posts', benchPosts(posts));
    await drive(product);
  } finally {
    await product.close();
  }
}

/**
 * Lines of lists give the hour, the cell, the items and the beginning of the note; opened posts give a guest the whole
 * note, and a member everything.
 */
function budgetRows(posts: number): string[][] {
  const lines = callsPerHour.search * maximumPageSize;
  const hours = (each: number): string => `${Math.ceil(posts / each)} h`;
  const days = (each: number): string => `${Math.ceil(posts / each)} days`;
  return [
    ['a visitor', `${lines}`, hours(lines), `${callsPerHour.open} an hour, coarse`, hours(callsPerHour.open)],
    ['a member', `${lines}`, hours(lines), `${opensPerDay} a day`, days(opensPerDay)],
    [
      '100 members',
      `${100 * lines}`,
      hours(100 * lines),
      `${100 * opensPerDay} a day`,
      days(100 * opensPerDay),
    ],
  ];
}

async function drive(product: Product): Promise<void> {
  const startedMs = performance.now();
  const { ids, pages } = await copyLists(product, 'a-visitor');
  const seconds = (performance.now() - startedMs) / 1000;
  console.log(
    `\na visitor: ${ids.length} lines in ${pages} pages, then refused, after ${seconds.toFixed(0)} s`,
  );
  const member = await product.enrol('a-member');
  let opened = 0;
  for (const id of ids) {
    const answer = await product.call('posts', 'read', { id }, member);
    if (!answer.ok) {
      console.log(`a member: ${opened} posts opened, then ${answer.error.code}`);
      return;
    }
    opened += 1;
  }
  console.log(`a member: ${opened} posts opened, never refused`);
}

async function copyLists(product: Product, openid: string): Promise<{ ids: string[]; pages: number }> {
  const ids: string[] = [];
  let cursor: string | undefined;
  for (let pages = 0; ; pages += 1) {
    const input = { board: 'need' as const, place: yuelu, pageSize: maximumPageSize, cursor };
    const answer = await product.call('search', 'nearby', input, openid);
    if (!answer.ok) return { ids, pages };
    ids.push(...answer.output.posts.map(({ id }) => id));
    if (answer.output.nextCursor === null) return { ids, pages: pages + 1 };
    cursor = answer.output.nextCursor;
  }
}

run().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
