import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { scratchDatabase } from '../scratch-database';
import type { FullDiskReport } from './full-disk-load';
import { bundleLoad } from './bundle-load';

/** In blocks of the shell's `ulimit -f`: 2 or 4 MB, depending on the shell. */
const largestFile = '4096';

test('a full disk gives an error; acknowledged writes stay and the store goes on', async () => {
  const file = await bundleLoad('full-disk-load');
  const dir = mkdtempSync(join(tmpdir(), 'full-disk-'));
  const limited = ['-c', `ulimit -f ${largestFile}; exec "$0" "$@"`, process.execPath, file, dir];
  const { stdout } = await promisify(execFile)('/bin/sh', limited);
  const report = JSON.parse(stdout) as FullDiskReport;
  expect(report.code).toBe('DATABASE_REQUEST_FAILED');
  expect(report.message).toMatch(/\[InternalError\] storage: /);
  expect(report.readable).toBeGreaterThan(10);
  expect(report.goesOn).toBe(true);

  const scratch = await scratchDatabase(['unique:key_1'], { dir });
  const ids = (await scratch.find({}, { projection: '{"_id":1}' })).map((document) => String(document._id));
  expect(ids.sort()).toEqual(report.acknowledged.sort());
  await scratch.insert([{ _id: 'later', key: 'later', filler: 'x'.repeat(1_000_000) }]);
  expect(await scratch.find({ key: 'later' }, { projection: '{"_id":1}' })).toHaveLength(1);
  await scratch.close();
}, 120_000);
