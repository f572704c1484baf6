/** `npm run oracles`: compares the engine with its oracles, on new cases in each round. `--help` says how. */
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const help = `npm run oracles -- [--rounds N] [--only PATTERN]

Compares the local cloud's database with plain readings of MongoDB's manual, by other random cases each round. Each round
prints its seed; ORACLE_SEED=… npm test -- PATTERN repeats one.

  --rounds N       rounds (5)
  --only PATTERN   only the files whose path contains it: expression, dates, longs, pipeline, query,
                   pattern, projection, update, geo, reading, transactions, interleaving
`;
const root = join(__dirname, '..');

function main(): number {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '5' },
      only: { type: 'string', default: '' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds is a whole number above 0');
  let failed = 0;
  for (let round = 1; round <= rounds; round += 1) {
    const seed = randomInt(2 ** 31);
    console.log(`round ${round} of ${rounds}, seed ${seed}`);
    const files = `${values.only}.*(oracle|unread-items|kept-indexes)[^/]*test\\.ts$`;
    const jest = [join(root, 'node_modules/jest/bin/jest.js'), '--selectProjects=unit', '--silent'];
    const { status } = spawnSync(process.execPath, [...jest, '--testPathPattern', files], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ORACLE_SEED: String(seed) },
    });
    if (status !== 0) failed += 1;
  }
  console.log(`${rounds - failed} rounds agreed, ${failed} did not`);
  return failed === 0 ? 0 : 1;
}

try {
  process.exitCode = main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
