import { describeDatabase, refusalOf, thingsCollection } from './database-cloud';
import type { Command, Spoken, Stages } from './sdk-drivers';

/** Callers get codes through node-sdk only, because wx-server-sdk drops them and gives the text. */
describeDatabase('refusals', [thingsCollection], (room) => {
  const things = () => room.speaker.collection(thingsCollection);
  const expectRefused = async (work: Promise<unknown>, code: string, text: RegExp): Promise<void> => {
    const refusal = await refusalOf(work);
    expect(refusal.text).toMatch(text);
    if (room.speaker.name !== 'wx-server-sdk') expect(refusal.code).toBe(code);
  };

  test.each<[string, (collection: Spoken) => Promise<unknown>]>([
    ['read', (collection) => collection.find({})],
    ['add', (collection) => collection.add({ a: 1 })],
    ['update', (collection) => collection.update({ a: 1 }, { a: 2 })],
    ['set', (collection) => collection.set('x', { a: 2 })],
    ['remove', (collection) => collection.remove({ a: 1 })],
    ['count', (collection) => collection.count({ a: 1 })],
    ['aggregate', (collection) => collection.aggregate([['match', { a: 1 }]])],
  ])('a missing collection: %s', async (_name, work) => {
    await expectRefused(
      work(room.speaker.collection('conformance_nobody')),
      'DATABASE_COLLECTION_NOT_EXIST',
      /Db or Table not exist/,
    );
  });

  test('creating an existing collection', async () => {
    await expectRefused(
      room.speaker.createCollection(thingsCollection),
      'DATABASE_COLLECTION_ALREADY_EXIST',
      /Table exist/,
    );
  });

  test.each<[name: string, query: (_: Command) => unknown, text: RegExp]>([
    ['an unknown operator', () => ({ a: { $nonsense: 1 } }), /unknown operator: \$nonsense/],
    ['scripts', () => ({ $where: 'true' }), /\$where/],
    [
      'a schema with an unknown keyword',
      (_) => _.jsonSchema({ format: 'a' }),
      /\$jsonSchema keyword: format/,
    ],
    ['text search', () => ({ $text: { $search: 'a' } }), /\$text/],
    ['in without a list', () => ({ a: { $in: 5 } }), /\$in needs an array/],
    ['a broken pattern', () => ({ a: { $regex: '(' } }), /Regular expression is invalid/],
    ['options without a pattern', () => ({ a: { $options: 'i' } }), /\$options needs a \$regex/],
    ['a distance without a centre', () => ({ a: { $maxDistance: 5 } }), /\$maxDistance/],
    ['mod by nothing', (_) => ({ a: _.mod(0, 1) }), /divisor cannot be 0/],
    ['an unknown type', () => ({ a: { $type: 'nonsense' } }), /type name alias/],
  ])('queries: %s', async (_name, query, text) => {
    await things().add({ a: 1 });
    await expectRefused(things().find(query(room.speaker._) as never), 'DATABASE_REQUEST_FAILED', text);
  });

  test.each<[name: string, document: Record<string, unknown>, text: RegExp]>([
    ['a name with a dollar', { a: { $b: 1 } }, /dollar/],
    ['an id that is a list', { _id: [1] }, /_id must be/],
    ['an id that is nothing', { _id: null }, /_id must be/],
  ])('documents: %s', async (_name, document, text) => {
    await expectRefused(things().add(document), 'DATABASE_REQUEST_FAILED', text);
    expect(await things().count({})).toBe(0);
  });

  test.each<[name: string, stages: Stages]>([
    ['$out', [['out', 'elsewhere']]],
    ['$collStats', [['collStats', {}]]],
    ['$graphLookup', [['graphLookup', {}]]],
  ])('stages that the SDK cannot send: %s', async (_name, stages) => {
    await expect(things().aggregate(stages)).rejects.toBeDefined();
  });

  test('a document of more than 16 MB', async () => {
    const { text } = await refusalOf(things().add({ a: 'x'.repeat(17 * 1024 * 1024) }));
    expect(text).toMatch(/larger than|too large/);
    expect(await things().count({})).toBe(0);
  });

  test('an empty update changes nothing, whether the SDK refuses it or not', async () => {
    await things().add({ _id: 'x', a: 1 });
    expect(
      await things()
        .patch('x', {})
        .catch(() => 0),
    ).toBe(0);
    expect(await things().read('x')).toEqual({ _id: 'x', a: 1 });
  });
});
