import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { faultsOf, killedRound, nothingAcknowledged } from './kill-rounds';
import { bundleLoad } from './bundle-load';

test('a process killed while it writes loses no acknowledged write and leaves nothing half done', async () => {
  const loadFile = await bundleLoad('load');
  const dir = mkdtempSync(join(tmpdir(), 'crash-'));
  const acknowledged = nothingAcknowledged();
  for (let seed = 1; seed <= 3; seed++) {
    await killedRound(loadFile, dir, seed, acknowledged);
    expect(await faultsOf(dir, acknowledged)).toEqual([]);
  }
  expect(acknowledged.ids.size).toBeGreaterThan(0);
  rmSync(dir, { recursive: true });
}, 120_000);
