import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { faultsOf, killedRound, nothingAcknowledged, type Acknowledged } from './kill-rounds';
import { bundleLoad } from './bundle-load';

/*
 * Kills a writing process again and again and checks its folder: `npm run crash:database -- --rounds 300`. A folder
 * goes through `ROUNDS_A_FOLDER` kills, and after each one all its acknowledged writes are checked.
 */

const help = `npm run crash:database -- --rounds 300 --seed 1

Kills a process that writes documents, counters and transfers again and again, and looks after each kill for everything
that it ever acknowledged. Ends with what was acknowledged, or with what is missing.

  --rounds N   kills (300)
  --seed N     what is written and when it is killed (drawn, and printed)
`;

/** Each round checks all acknowledged writes of the folder, so rounds would grow long without a limit. */
const roundsAFolder = 20;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '300' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return void process.stdout.write(help);
  const rounds = Number(values.rounds);
  const seed = Number(values.seed);
  console.log(`seed ${seed}`);
  const loadFile = await bundleLoad('load');
  const startedMs = Date.now();
  const total = nothingAcknowledged();
  for (let first = 0; first < rounds; first += roundsAFolder) {
    const count = Math.min(roundsAFolder, rounds - first);
    const acknowledged = await folderThrough(loadFile, seed + first, count, first, rounds);
    if (!acknowledged) return;
    acknowledged.ids.forEach((id) => total.ids.add(id));
    total.increments += acknowledged.increments;
    total.moves += acknowledged.moves;
  }
  const seconds = (Date.now() - startedMs) / 1000;
  console.log(
    `${rounds} kills in ${seconds.toFixed(0)} s: ${tell(total)} acknowledged; none missing, all sums kept`,
  );
}

/**
 * Takes a new folder through some rounds.
 * @returns the acknowledged writes, or undefined after printing what is wrong
 */
async function folderThrough(
  loadFile: string,
  seed: number,
  count: number,
  before: number,
  rounds: number,
): Promise<Acknowledged | undefined> {
  const dir = mkdtempSync(join(tmpdir(), 'kill-rounds-'));
  const acknowledged = nothingAcknowledged();
  for (let round = 0; round < count; round++) {
    await killedRound(loadFile, dir, seed + round, acknowledged);
    const faults = await faultsOf(dir, acknowledged);
    if (faults.length) {
      console.error(`seed ${seed + round}, folder ${dir}:\n${faults.slice(0, 20).join('\n')}`);
      process.exitCode = 1;
      return undefined;
    }
    console.log(
      `round ${before + round + 1} of ${rounds}: ${tell(acknowledged)} acknowledged in this folder; none missing`,
    );
  }
  rmSync(dir, { recursive: true });
  return acknowledged;
}

function tell({ ids, increments, moves }: Acknowledged): string {
  return `${ids.size} inserts, ${increments} increments, ${moves} moves`;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
