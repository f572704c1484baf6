/** `npm run bench:city`: twenty thousand people and five days, with the product and without its messages. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { baseValues, variations } from './city/assumptions';
import { printProgress } from './city/progress';
import { figuresOf, sideBySide, variationRow, variationTable } from './city/report';
import { runCity, type CityOptions } from './city/run-city';
import type { Result } from './city/tally';

const help = `npm run bench:city -- [options]

People search, publish, call, hand over and answer messages through the real functions on a local cloud, whose clock moves minute by
minute. Then the same people live in the same city with plain nearest-first and no messages. Prints both side by side. docs/city.md
names every assumption, its source, its range, and the goals.

  --people N    how many (default 20000; 2000 with --vary); a smaller city is as dense
  --days N      how many days (default 5)
  --step N      minutes from one run of the timers to the next (default 1; 11 with --vary)
  --visitors S  the share of those without a post who come and look (default 1; 0 with --vary: they change no figure)
  --seed N      another seed, other people (default 1)
  --vary        sets each assumption to both ends of its range, one at a time
  --city C      only one of the two, product or nearest, so that two processes can share them
  --part I/N    with --vary: only the I-th of N parts, so that several machines can share them
  --help        this text
`;

/** Where data is kept in memory: otherwise every commit waits for the disk. */
const memoryDir = '/dev/shm';

async function run(): Promise<void> {
  if (existsSync(memoryDir)) process.env.TMPDIR ??= memoryDir;
  const { values } = parseArgs({
    options: {
      people: { type: 'string' },
      days: { type: 'string', default: '5' },
      step: { type: 'string' },
      visitors: { type: 'string' },
      seed: { type: 'string', default: '1' },
      city: { type: 'string' },
      vary: { type: 'boolean', default: false },
      part: { type: 'string', default: '1/1' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return void process.stdout.write(help);
  const size = {
    people: Number(values.people ?? (values.vary ? 2_000 : 20_000)),
    days: Number(values.days),
    step: Number(values.step ?? (values.vary ? 11 : 1)),
    visitors: Number(values.visitors ?? (values.vary ? 0 : 1)),
    seed: Number(values.seed),
  };
  if (values.vary) await runVariations(size, values.part);
  else if (values.city) await runOne(size, values.city);
  else await runBase(size);
}

type Size = Pick<CityOptions, 'people' | 'days' | 'step' | 'visitors' | 'seed'>;

async function runBase(size: Size): Promise<void> {
  const startedMs = performance.now();
  const { product, nearest } = await bothCities({ ...size, values: baseValues });
  console.log(`${size.people} people, ${size.days} days, seed ${size.seed}, timers each ${size.step} min\n`);
  console.log(sideBySide(product, nearest));
  console.log(`\n${((performance.now() - startedMs) / 60_000).toFixed(1)} minutes`);
}

async function runOne(size: Size, city: string): Promise<void> {
  if (city !== 'product' && city !== 'nearest') throw new Error('--city is product or nearest');
  const startedMs = performance.now();
  const hasMessages = city === 'product';
  const result = await runCity({ ...size, values: baseValues, hasMessages, progress: printProgress(city) });
  console.log(`${size.people} people, ${size.days} days, seed ${size.seed}, timers each ${size.step} min\n`);
  console.log(figuresOf(city, result));
  console.log(`\n${((performance.now() - startedMs) / 60_000).toFixed(1)} minutes`);
}

/** Both at once, because a machine has two cores. */
async function bothCities(
  options: Omit<CityOptions, 'hasMessages'>,
): Promise<{ product: Result; nearest: Result }> {
  const [product, nearest] = await Promise.all(
    [true, false].map((hasMessages) =>
      runCity({
        ...options,
        hasMessages,
        progress: printProgress(hasMessages ? 'product' : 'nearest'),
      }),
    ),
  );
  if (!product || !nearest) throw new Error('a city has no result');
  return { product, nearest };
}

async function runVariations(size: Size, part: string): Promise<void> {
  const [index = 1, parts = 1] = part.split('/').map(Number);
  const all = [{ says: 'base', values: baseValues }, ...variations()];
  const own = all.filter((_, at) => at % parts === index - 1);
  console.log(variationTable.head);
  for (const { says, values } of own) console.log(variationRow(says, await bothCities({ ...size, values })));
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
