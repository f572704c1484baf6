import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { faultsOf, killedRound, type Acknowledged } from './kill-rounds';

test('a process killed while it writes loses nothing acknowledged and leaves nothing half done', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'crash-'));
  const acknowledged: Acknowledged = { ids: new Set(), increments: 0, moves: 0 };
  for (let seed = 1; seed <= 3; seed++) {
    await killedRound(dir, seed, acknowledged);
    expect(await faultsOf(dir, acknowledged)).toEqual([]);
  }
  expect(acknowledged.ids.size).toBeGreaterThan(0);
  rmSync(dir, { recursive: true });
}, 120_000);
