import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { faultsOf, killedRound, type Acknowledged } from './kill-rounds';

/*
 * Kills a writing process again and again and checks what it left: `npx tsx local/cloud/database/crash/run-kill-rounds.ts --rounds 300`.
 */

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '300' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});

async function main(): Promise<void> {
  const rounds = Number(values.rounds);
  const seed = Number(values.seed);
  console.log(`seed ${seed}`);
  const dir = mkdtempSync(join(tmpdir(), 'kill-rounds-'));
  const acknowledged: Acknowledged = { ids: new Set(), increments: 0, moves: 0 };
  for (let round = 0; round < rounds; round++) {
    await killedRound(dir, seed + round, acknowledged);
    const faults = await faultsOf(dir, acknowledged);
    if (faults.length) {
      console.error(
        `round ${round + 1}, seed ${seed + round}, folder ${dir}:\n${faults.slice(0, 20).join('\n')}`,
      );
      process.exitCode = 1;
      return;
    }
    const { ids, increments, moves } = acknowledged;
    console.log(
      `round ${round + 1} of ${rounds}: ${ids.size} inserts, ${increments} increments, ${moves} moves acknowledged; none missing`,
    );
  }
  rmSync(dir, { recursive: true });
}

void main();
