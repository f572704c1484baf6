import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Database } from 'sqlite-document-database';
import { withHints } from './database-hints';

let dir: string;
let database: Database;
const lines: string[] = [];
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'hints-'));
  const collections = [{ collectionName: 'shops', aclTag: 'PRIVATE' as const, indexes: [] }];
  database = withHints(await openDatabase({ dir, collections }), (line) => void lines.push(line));
});
afterAll(async () => {
  await database.close();
  rmSync(dir, { recursive: true });
});

const find = (collectionName: string, query: object) =>
  database.handle('database.getDocument', {
    collectionName,
    query: JSON.stringify(query),
    queryType: 'WHERE',
  });

test('a missing collection or index is refused as the platform does, and the remedy is logged once', async () => {
  await expect(find('todos', {})).rejects.toMatchObject({ code: 'DATABASE_COLLECTION_NOT_EXIST' });
  await expect(find('todos', {})).rejects.toThrow(/Db or Table not exist: todos/);
  const near = { at: { $near: { $geometry: { type: 'Point', coordinates: [113, 28] } } } };
  await expect(find('shops', near)).rejects.toThrow(/unable to find index for \$geoNear/);
  await expect(find('shops', { $oops: 1 })).rejects.toThrow();
  expect(lines).toEqual([
    expect.stringMatching(/no collection todos: declare it .* cloudbaserc\.json.* --collections todos$/),
    expect.stringMatching(/shops has no 2dsphere index on at: declare one .* cloudbaserc\.json$/),
  ]);
});
