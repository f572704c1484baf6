import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { PlatformError } from './platform-error';
import { scratchDatabase, thingsWith, type Scratch } from '../test/scratch-database';
import type { Document } from './values/value';

let dir: string;
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'closing-'))));
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** The end of an operation: an answer, or a refusal that a client understands. */
type Ended = 'answered' | 'refused' | { broken: unknown };

const ending = (operation: Promise<unknown>): Promise<Ended> =>
  operation.then(
    () => 'answered',
    (cause: unknown) => (cause instanceof PlatformError ? 'refused' : { broken: cause }),
  );

/** Adds one to each of two documents in a transaction. */
async function transfer(scratch: Scratch, first: string, second: string): Promise<void> {
  const transactionId = await scratch.begin();
  for (const id of [first, second]) {
    const doc = { queryType: 'DOC', query: JSON.stringify({ _id: id }), transactionId };
    await scratch.send('getDocument', doc);
    await scratch.update({ _id: id }, { $inc: { n: 1 } }, { ...doc, multi: false });
    await turn();
  }
  await scratch.send('commitTransaction', { transactionId });
}

describe('closing at any moment', () => {
  test('every request is answered or refused, and acknowledged writes are kept', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(12), fc.integer({ min: 5, max: 60 }), async (turns, count) => {
        const place = mkdtempSync(join(dir, 'run-'));
        const scratch = await scratchDatabase(['n_1'], { dir: place });
        await scratch.insert(
          Array.from({ length: 600 }, (_unused, i): Document => ({ _id: `seed${i}`, n: 0 })),
        );
        const inserted = new Map<string, Promise<Ended>>();
        const others: Promise<Ended>[] = [];
        for (let i = 0; i < count; i++) {
          inserted.set(`d${i}`, ending(scratch.insert([{ _id: `d${i}`, n: i }])));
          others.push(ending(scratch.find({ 'm.x': { $ne: i } }, { limit: 5, offset: 590 })));
          others.push(ending(scratch.update({ _id: `seed${i}` }, { $set: { m: 1 } })));
          others.push(ending(transfer(scratch, `seed${i + 100}`, `seed${i + 200}`)));
          others.push(ending(scratch.aggregate([['$group', { _id: '$n', count: { $sum: 1 } }]])));
        }
        for (let i = 0; i < turns; i++) await turn();
        await Promise.all([scratch.database.close(), scratch.database.close()]);
        expect(await Promise.all(others)).not.toContainEqual({ broken: expect.anything() as unknown });

        const again = await scratchDatabase(['n_1'], { dir: place });
        for (const [id, operation] of inserted) {
          const ended = await operation;
          expect(ended).not.toHaveProperty('broken');
          expect(await again.find({ _id: id })).toHaveLength(ended === 'answered' ? 1 : 0);
        }
        for (let i = 0; i < count; i++) {
          const [one, two] = await again.find({ _id: { $in: [`seed${i + 100}`, `seed${i + 200}`] } });
          expect(one?.n).toBe(two?.n);
        }
        await again.close();
      }),
      { numRuns: 8, seed: 7 },
    );
  });

  test('a write that waits for a transaction succeeds when the transaction is undone', async () => {
    const scratch = await scratchDatabase([], { dir });
    await scratch.insert([{ _id: 'a', n: 0 }]);
    const transactionId = await scratch.begin();
    const doc = { queryType: 'DOC', transactionId, multi: false };
    await scratch.update({ _id: 'a' }, { $set: { n: 1 } }, doc);
    const waiting = scratch.update({ _id: 'a' }, { $set: { n: 2 } });
    await scratch.database.close();
    expect(await waiting).toBe(1);
    const again = await scratchDatabase([], { dir });
    expect(await again.find({})).toEqual([{ _id: 'a', n: 2 }]);
    await again.close();
  });
});

describe('a closed database', () => {
  test('refuses everything', async () => {
    const scratch = await scratchDatabase([], { dir });
    await scratch.database.close();
    await scratch.database.close();
    const closed = { code: 'DATABASE_REQUEST_FAILED', message: expect.stringContaining('closed') as string };
    await expect(scratch.find({})).rejects.toMatchObject(closed);
    await expect(scratch.insert([{}])).rejects.toMatchObject(closed);
    await expect(scratch.begin()).rejects.toMatchObject(closed);
    await expect(scratch.database.bulkLoad('things', [{ _id: 'a' }])).rejects.toMatchObject(closed);
    await expect(scratch.database.explain('things', {})).rejects.toMatchObject(closed);
    await expect(scratch.database.applyCollections([thingsWith(['n_1'])])).rejects.toMatchObject(closed);
  });
});

describe('indexes rebuilt while others read and write', () => {
  const documents = Array.from({ length: 3000 }, (_unused, i): Document => ({ _id: `d${i}`, n: i, m: -i }));

  test('every read has the same answer, from the old index or the new', async () => {
    const scratch = await scratchDatabase(['n_1'], { dir });
    await scratch.insert(documents);
    const specs = (key: string) => {
      const spec = thingsWith([`${key}_1`]);
      return [{ ...spec, indexes: spec.indexes.map((index) => ({ ...index, indexName: 'n_1' })) }];
    };
    const work: Promise<unknown>[] = [];
    for (let round = 0; round < 8; round++) {
      for (let i = 0; i < 10; i++) {
        work.push(
          scratch.find({ n: { $gte: 100 }, 'o.p': null }, { limit: 900 }).then((found) => {
            expect(found).toHaveLength(900);
          }),
        );
        work.push(scratch.update({ n: { $lt: 50 } }, { $inc: { k: 1 } }));
      }
      work.push(scratch.database.applyCollections(specs(round % 2 ? 'n' : 'm')));
      await turn();
    }
    await Promise.all(work);
    const found = await scratch.find({ n: { $lt: 50 } });
    expect(found.map(({ k }) => k)).toEqual(Array.from({ length: 50 }, () => 80));
    await scratch.database.close();
  });

  test('a transaction that has read before gets a conflict, after which the SDKs repeat it', async () => {
    const scratch = await scratchDatabase([], { dir });
    await scratch.insert(documents.slice(0, 3));
    const transactionId = await scratch.begin();
    const _id = 'd0';
    expect(await scratch.find({ _id }, { queryType: 'DOC', transactionId })).toHaveLength(1);
    await scratch.database.applyCollections([thingsWith(['n_1'])]);
    const conflict = { code: 'DATABASE_TRANSACTION_CONFLICT' };
    await expect(scratch.find({ _id }, { queryType: 'DOC', transactionId })).rejects.toMatchObject(conflict);
    await scratch.send('abortTransaction', { transactionId });
    await scratch.database.applyCollections([thingsWith(['n_1'])]);
    await scratch.database.close();
  });

  test('a collection created after a transaction has read is a conflict for it, not an error', async () => {
    const scratch = await scratchDatabase([], { dir });
    const transactionId = await scratch.begin();
    const doc = { queryType: 'DOC', transactionId };
    expect(await scratch.find({ _id: 'a' }, doc)).toEqual([]);
    await scratch.send('addCollection', { collectionName: 'more' });
    await expect(scratch.find({ _id: 'a' }, { ...doc, collectionName: 'more' })).rejects.toMatchObject({
      code: 'DATABASE_TRANSACTION_CONFLICT',
    });
    await scratch.database.close();
  });
});

describe('a transaction that ends while one of its operations runs', () => {
  test.each(['abortTransaction', 'commitTransaction'])(
    '%s: the operation is refused and holds no locks',
    async (end) => {
      const scratch = await scratchDatabase([], { dir });
      await scratch.insert([{ _id: 'a', n: 0 }]);
      const transactionId = await scratch.begin();
      const doc = { queryType: 'DOC', transactionId, multi: false };
      const late = ending(scratch.update({ _id: 'a' }, { $set: { n: 1 } }, doc));
      const both = [ending(scratch.find({ n: 0 }, { transactionId })), late];
      await scratch.send(end, { transactionId });
      expect(await Promise.all(both)).toEqual(['refused', 'refused']);
      expect(await scratch.update({ _id: 'a' }, { $set: { n: 2 } })).toBe(1);
      await scratch.database.close();
    },
  );
});
