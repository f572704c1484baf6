import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { markFilled, refuseLostDatabase } from './filled-mark';

let dataDir: string;
let file: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'filled-'));
  mkdirSync(join(dataDir, 'database'));
  file = join(dataDir, 'database', 'documents.db');
});
afterEach(() => rmSync(dataDir, { recursive: true }));

test('a new folder, and one whose first start was cut short, may be filled', () => {
  refuseLostDatabase(dataDir);
  writeFileSync(file, '');
  refuseLostDatabase(dataDir);
});

test('a folder that held a database is not filled again when the file is missing or empty', () => {
  writeFileSync(file, 'pages');
  markFilled(dataDir, 'fever');
  refuseLostDatabase(dataDir);
  writeFileSync(file, '');
  expect(() => refuseLostDatabase(dataDir)).toThrow(/documents\.db is missing or empty.*restore a backup/);
  rmSync(file);
  expect(() => refuseLostDatabase(dataDir)).toThrow(/is missing or empty/);
});
