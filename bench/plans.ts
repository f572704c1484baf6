/** `npm run bench:plans`: the documents that every call reads, for a database of any size. */
import { parseArgs } from 'node:util';
import { table } from '../packages/sqlite-document-database/bench/measure/table';
import { observeSteps, type StepReads } from './plans/observed';

const help = `npm run bench:plans -- [options]

Runs every call of the contract and every timer once, through the real functions on a local cloud, and prints for each how many
database operations it takes, how many documents they look at and how many of these are what was asked for.

  --posts N     how many posts; every other collection grows with them (default 260000)
  --verbose     every operation on a line of its own
  --help        this text
`;

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      posts: { type: 'string', default: '260000' },
      verbose: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return void process.stdout.write(help);
  const posts = Number(values.posts);
  if (!Number.isInteger(posts) || posts < 1000) throw new Error('--posts must be a whole number from 1000');
  console.error(`filling the house: ${posts.toLocaleString('en')} posts`);
  await observeSteps(
    posts,
    ({ name, ms }) => console.error(`${name}: ${ms.toFixed(0)} ms`),
    (steps) => {
      console.log(`\n${posts.toLocaleString('en')} posts\n`);
      console.log(table(['call', 'operations', 'examined', 'answered', 'ms'], steps.map(row)));
      if (values.verbose) for (const step of steps) console.log(operationsOf(step));
      console.error('closing the house');
    },
  );
}

const row = ({ name, operations, examined, answered, ms }: StepReads): string[] => [
  name,
  String(operations.length),
  String(examined),
  String(answered),
  ms.toFixed(0),
];

function operationsOf({ name, operations }: StepReads): string {
  const lines = operations.map(
    ({ action, collection, examined, answered, ms }) =>
      `  ${action.replace('database.', '')} ${collection}: ${examined} for ${answered}, ${ms.toFixed(1)} ms`,
  );
  return [`\n${name}`, ...lines].join('\n');
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
