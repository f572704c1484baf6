import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../database';
import { scratchDatabase, thingsWith } from '../../test/scratch-database';
import type { Document } from '../values/value';
import { openSql } from './sqlite';

describe('a data folder', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'folder-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  test('keeps collections, documents and indexes over closing and opening', async () => {
    const first = await scratchDatabase(['unique:phone_1', 'place_2dsphere', 'tags_1_n_1'], { dir });
    await first.insert([
      { _id: 'a', phone: '1', n: 1, tags: ['x', 'y'], place: { type: 'Point', coordinates: [113, 23] } },
    ]);
    await first.database.close();
    const second = await scratchDatabase(['unique:phone_1', 'place_2dsphere', 'tags_1_n_1'], { dir });
    await expect(second.insert([{ phone: '1' }])).rejects.toThrow(
      /E11000 duplicate key error .* index: phone_1/,
    );
    expect(await second.find({ tags: { $in: ['x', 'y'] } })).toHaveLength(1);
    const near = { $nearSphere: { $geometry: { type: 'Point', coordinates: [113, 23] }, $maxDistance: 10 } };
    expect(await second.find({ place: near })).toHaveLength(1);
    await second.database.close();
  });

  test('belongs to one database at a time', async () => {
    const first = await openDatabase({ dir });
    await expect(openDatabase({ dir })).rejects.toThrow(/is in use by another process/);
    await first.close();
    await (await openDatabase({ dir })).close();
  });

  test('of a newer format is refused with a sentence', async () => {
    await (await openDatabase({ dir })).close();
    const sql = await openSql(join(dir, 'documents.db'));
    sql.exec('PRAGMA user_version = 99');
    sql.close();
    await expect(openDatabase({ dir })).rejects.toThrow(/written by a newer version \(format 99/);
  });

  test('of the first format is upgraded', async () => {
    const first = await scratchDatabase(['n_1'], { dir });
    await first.insert([{ _id: 'a', n: 1 }]);
    await first.database.close();
    const sql = await openSql(join(dir, 'documents.db'));
    sql.exec('DROP TABLE loads; PRAGMA user_version = 1');
    sql.close();
    const second = await scratchDatabase(['n_1'], { dir });
    await second.database.bulkLoad('things', [{ _id: 'b', n: 1 }]);
    expect(await second.find({ n: 1 })).toHaveLength(2);
    await second.database.close();
  });

  test('with a file that is not a database is refused', async () => {
    writeFileSync(join(dir, 'documents.db'), 'x'.repeat(5000));
    await expect(openDatabase({ dir })).rejects.toThrow(/not a database/);
  });
});

describe('indexes on existing data', () => {
  test('are built when declared, and rebuilt when their keys change', async () => {
    const scratch = await scratchDatabase();
    await scratch.insert(
      Array.from({ length: 1200 }, (_unused, i): Document => ({ _id: `d${i}`, a: i % 3, n: i })),
    );
    await scratch.database.applyCollections([thingsWith(['a_1_n_-1'])]);
    expect(await scratch.database.explain('things', { a: 1 }, { order: { n: -1 }, limit: 5 })).toMatchObject({
      plan: 'ranges',
      ordered: true,
      checked: false,
      returned: 5,
    });
    const changed = thingsWith(['n_1']);
    (changed.indexes[0] as { indexName: string }).indexName = 'a_1_n_-1';
    await scratch.database.applyCollections([changed]);
    expect(await scratch.database.explain('things', { n: 7 })).toMatchObject({
      plan: 'ranges',
      index: 'a_1_n_-1 (n_1)',
      examined: 1,
    });
    await scratch.close();
  });

  test('that are unique are refused by name when documents have the same key, where a missing key counts as null', async () => {
    const scratch = await scratchDatabase();
    await scratch.insert([{ _id: 'a' }, { _id: 'b', phone: null }]);
    await expect(scratch.database.applyCollections([thingsWith(['unique:phone_1'])])).rejects.toThrow(
      /unique index phone_1 of things/,
    );
    await scratch.remove({ _id: 'b' });
    await scratch.database.applyCollections([thingsWith(['unique:phone_1'])]);
    await expect(scratch.insert([{ _id: 'c' }])).rejects.toThrow(/E11000 .*dup key: \{ : null \}/);
    await scratch.close();
  });

  test('are suggested in a warning when a scan looks at more than 10,000 documents', async () => {
    const lines: string[] = [];
    const scratch = await scratchDatabase([], { log: (line) => lines.push(line) });
    function* many(): Generator<Document> {
      for (let i = 0; i < 10_001; i++) yield { _id: `d${i}`, a: i % 100, b: i };
    }
    await scratch.database.bulkLoad('things', many());
    expect(await scratch.find({ a: 5, b: { $gt: 10_000 } }, { order: '{"c":1}' })).toHaveLength(0);
    expect(lines).toEqual([expect.stringContaining('an index a_1_c_1_b_1 would have served')]);
    await scratch.close();
  });
});

test('inserting several is all or none', async () => {
  const scratch = await scratchDatabase(['unique:phone_1']);
  await expect(
    scratch.insert([
      { _id: 'a', phone: '1' },
      { _id: 'b', phone: '1' },
    ]),
  ).rejects.toThrow(/E11000/);
  expect(await scratch.find({})).toEqual([]);
  await scratch.close();
});
