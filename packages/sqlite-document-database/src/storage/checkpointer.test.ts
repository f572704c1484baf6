import { statSync } from 'node:fs';
import { join } from 'node:path';
import { scratchDatabase } from '../../test/scratch-database';

test('a log that grows under steady writing is checkpointed meanwhile and starts over', async () => {
  const scratch = await scratchDatabase(['n_1']);
  const file = join(scratch.dir, 'documents.db');
  const write = async (worker: number): Promise<void> => {
    for (let i = 0; i < 60; i++)
      await scratch.insert(
        Array.from({ length: 5 }, (_unused, j) => ({
          _id: `${worker}-${i}-${j}`,
          n: i,
          filler: 'x'.repeat(1000),
        })),
      );
  };
  await Promise.all(Array.from({ length: 64 }, (_unused, worker) => write(worker)));
  await scratch.insert([{ _id: 'last', n: -1 }]);
  // Writing everything twice, into the log and into the file, would take more.
  expect(statSync(`${file}-wal`).size).toBeLessThan(60_000_000);
  expect(statSync(file).size).toBeGreaterThan(10_000_000);
  expect(await scratch.find({ n: -1 })).toHaveLength(1);
  const { data } = await scratch.send('calculateDocument', { query: '{}' });
  expect(data).toEqual({ total: 64 * 60 * 5 + 1 });
  await scratch.close();
}, 60_000);
