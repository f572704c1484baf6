import type { IndexSpec } from './collection-spec';
import { scratchDatabase, thingsWith, type Scratch } from '../test/scratch-database';

/*
 * Names that are special in JavaScript are ordinary in MongoDB. A field with such a name is never lost, and never set
 * on the prototype that all objects share.
 */

let scratch: Scratch;
beforeAll(async () => {
  scratch = await scratchDatabase();
  const keys: IndexSpec['keys'] = [{ name: 'a.__proto__.n', direction: '1' }];
  const spec = { ...thingsWith([]), indexes: [{ indexName: 'n', unique: false, keys }] };
  await scratch.database.applyCollections([spec]);
});
beforeEach(() => scratch.remove({}));
afterEach(() => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect('polluted' in {}).toBe(false);
});
afterAll(() => scratch.close());

const list = async (sent: Promise<Record<string, unknown>>): Promise<string[]> =>
  ((await sent).data as { list: string[] }).list;
const insert = (...data: string[]) => scratch.send('insertDocument', { data });
const stored = () => list(scratch.send('getDocument', { queryType: 'WHERE', query: '{}' }));
const update = (data: string) =>
  scratch.send('modifyDocument', { queryType: 'WHERE', query: '{}', multi: true, merge: true, data });
const aggregate = (...stages: [string, string][]) =>
  list(
    scratch.send('aggregateDocuments', {
      stages: stages.map(([stageKey, stageValue]) => ({ stageKey, stageValue })),
    }),
  );

describe.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])('%s', (name) => {
  const text = `{"_id":"x","a":{"${name}":{"n":{"$numberInt":"1"},"m":"m"},"z":"z"},"${name}":"top"}`;
  const answer = async (stages: [string, string][], expected: string): Promise<void> => {
    await insert(text);
    expect(await aggregate(...stages)).toEqual([expected]);
  };

  test('is stored, found by and projected', async () => {
    await insert(text, '{"_id":"y"}');
    const find = (query: string, projection?: string) =>
      list(scratch.send('getDocument', { queryType: 'WHERE', query, projection }));
    for (const query of [`{"a.${name}.n":1}`, `{"${name}":"top"}`, `{"a.${name}":{"n":1,"m":"m"}}`])
      expect(await find(query)).toEqual([text]);
    expect(await find('{"_id":"y"}')).toEqual(['{"_id":"y"}']);
    expect(await find(`{"${name}":{"$exists":false}}`)).toEqual(['{"_id":"y"}']);
    expect(await find('{"_id":"x"}', `{"${name}":1}`)).toEqual([`{"_id":"x","${name}":"top"}`]);
    expect(await find('{"_id":"x"}', `{"a.${name}.m":1}`)).toEqual([`{"_id":"x","a":{"${name}":{"m":"m"}}}`]);
    expect(await find('{"_id":"x"}', `{"a.${name}":0}`)).toEqual([
      `{"_id":"x","a":{"z":"z"},"${name}":"top"}`,
    ]);
    expect(await find('{"_id":"x"}', `{"a.${name}.q":{"$literal":"q"}}`)).toEqual([
      `{"_id":"x","a":{"${name}":{"q":"q"}}}`,
    ]);
  });

  test('is updated, moved and removed', async () => {
    await insert('{"_id":"x"}');
    await update(`{"$set":{"a.${name}.polluted":"p"}}`);
    await update(`{"$set":{"${name}.polluted":"q"}}`);
    expect(await stored()).toEqual([
      `{"_id":"x","a":{"${name}":{"polluted":"p"}},"${name}":{"polluted":"q"}}`,
    ]);
    await update(`{"$rename":{"a.${name}":"b.${name}"},"$push":{"${name}.l":"i"}}`);
    expect(await stored()).toEqual([
      `{"_id":"x","a":{},"${name}":{"polluted":"q","l":["i"]},"b":{"${name}":{"polluted":"p"}}}`,
    ]);
    await update(`{"$unset":{"${name}":1,"b.${name}.polluted":1}}`);
    expect(await stored()).toEqual([`{"_id":"x","a":{},"b":{"${name}":{}}}`]);
  });

  test('is set and kept by stages', async () => {
    await answer(
      [['$addFields', `{"a.${name}.polluted":"p"}`]],
      `{"_id":"x","a":{"${name}":{"n":{"$numberInt":"1"},"m":"m","polluted":"p"},"z":"z"},"${name}":"top"}`,
    );
    expect(await aggregate(['$set', `{"${name}":{"polluted":"p"}}`], ['$project', `{"${name}":1}`])).toEqual([
      `{"_id":"x","${name}":{"polluted":"p"}}`,
    ]);
    expect(await aggregate(['$project', `{"b.${name}.c":"$${name}","a":{"${name}":{"m":1}}}`])).toEqual([
      `{"_id":"x","a":{"${name}":{"m":"m"}},"b":{"${name}":{"c":"top"}}}`,
    ]);
    expect(await aggregate(['$project', `{"_id":0,"a.${name}":0,"${name}":0}`])).toEqual(['{"a":{"z":"z"}}']);
    expect(await aggregate(['$unset', `["a.${name}.n","${name}"]`])).toEqual([
      `{"_id":"x","a":{"${name}":{"m":"m"},"z":"z"}}`,
    ]);
    expect(await aggregate(['$redact', '"$$DESCEND"'])).toEqual([text]);
  });

  test('is made by groups, counts, lookups, unwinding and facets', async () => {
    await insert(text);
    expect(await aggregate(['$group', `{"_id":"$a.${name}.m","${name}":{"$first":"$${name}"}}`])).toEqual([
      `{"_id":"m","${name}":"top"}`,
    ]);
    expect(await aggregate(['$group', `{"_id":{"${name}":"$${name}"}}`])).toEqual([
      `{"_id":{"${name}":"top"}}`,
    ]);
    expect(await aggregate(['$group', `{"_id":null,"all":{"$push":{"${name}":"$${name}"}}}`])).toEqual([
      `{"_id":null,"all":[{"${name}":"top"}]}`,
    ]);
    expect(await aggregate(['$count', `"${name}"`])).toEqual([`{"${name}":{"$numberInt":"1"}}`]);
    expect(await aggregate(['$facet', `{"${name}":[{"$project":{"z":"$a.z"}}]}`])).toEqual([
      `{"${name}":[{"_id":"x","z":"z"}]}`,
    ]);
    for (const as of [name, `${name}.polluted`]) {
      const found = await aggregate(
        ['$project', '{"_id":1}'],
        ['$lookup', `{"from":"things","localField":"_id","foreignField":"_id","as":"${as}"}`],
        ['$addFields', `{"found":"$${as}.a.z"}`],
        ['$unset', `"${name}"`],
      );
      expect(found).toEqual(['{"_id":"x","found":["z"]}']);
    }
    expect(
      await aggregate(
        ['$project', '{"l":["i"]}'],
        ['$unwind', `{"path":"$l","includeArrayIndex":"${name}.polluted"}`],
      ),
    ).toEqual([`{"_id":"x","l":"i","${name}":{"polluted":{"$numberInt":"0"}}}`]);
    expect(await aggregate(['$unwind', `"$a.${name}.m"`])).toEqual([text]);
  });

  test('is created and read by expressions', async () => {
    const made = `{"${name}":"made"}`;
    for (const expression of [
      `{"$arrayToObject":[[["${name}","made"]]]}`,
      `{"$arrayToObject":[[{"k":"${name}","v":"made"}]]}`,
      `{"$setField":{"field":"${name}","input":{},"value":"made"}}`,
      `{"$mergeObjects":[{},{"$literal":${made}}]}`,
      `{"$literal":${made}}`,
      `{"${name}":"made"}`,
      `{"$arrayToObject":{"$objectToArray":{"$literal":${made}}}}`,
    ])
      await answer([['$replaceRoot', `{"newRoot":${expression}}`]], made).finally(() => scratch.remove({}));
    await answer(
      [['$project', `{"_id":0,"f":{"$getField":{"field":"${name}","input":"$a"}}}`]],
      '{"f":{"n":{"$numberInt":"1"},"m":"m"}}',
    );
    expect(
      await aggregate([
        '$project',
        `{"_id":0,"f":{"$unsetField":{"field":"${name}","input":"$a"}},"g":"$$ROOT.${name}"}`,
      ]),
    ).toEqual(['{"f":{"z":"z"},"g":"top"}']);
  });

  test('is not a variable, and not an operator among others', async () => {
    await insert(text);
    const failed = { code: 'DATABASE_REQUEST_FAILED' };
    await expect(aggregate(['$project', `{"f":"$$${name}"}`])).rejects.toMatchObject(failed);
    const query = `{"a":{"$gt":1,"${name}":1}}`;
    await expect(scratch.send('getDocument', { queryType: 'WHERE', query })).rejects.toMatchObject(failed);
    await expect(update(`{"${name}":{"a":1}}`)).rejects.toMatchObject(failed);
  });

  test('goes through a transaction', async () => {
    await insert(text);
    const transactionId = await scratch.begin();
    const doc = { queryType: 'DOC', query: '{"_id":"x"}', transactionId };
    await scratch.send('modifyDocument', { ...doc, merge: true, data: `{"$set":{"a.${name}.n":2}}` });
    await scratch.send('commitTransaction', { transactionId });
    expect(await stored()).toEqual([text.replace('"1"', '"2"')]);
  });
});
