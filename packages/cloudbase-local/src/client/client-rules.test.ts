import { asClient, clientRules, type AclTag, type Body } from './client-rules';

const acls: AclTag[] = ['PRIVATE', 'READONLY', 'ADMINWRITE', 'ADMINONLY'];
const rules = clientRules([
  ...acls.map((aclTag) => ({ collectionName: aclTag, aclTag, indexes: [] })),
  { collectionName: 'OWN-RULES', aclTag: 'CUSTOM' as AclTag, indexes: [] },
]);
const ask = (action: string, body: Body) => asClient(`database.${action}`, body, 'oMe', rules);
const json = (value: unknown) => JSON.stringify(value);

const requests: Record<string, Body> = {
  getDocument: { query: '{"a":1}' },
  calculateDocument: { query: '{"a":1}' },
  aggregateDocuments: { stages: [{ stageKey: '$match', stageValue: '{"a":1}' }] },
  insertDocument: { data: ['{"a":1}'] },
  modifyDocument: { query: '{"_id":"1"}', data: '{"$set":{"a":1}}', merge: true },
  modifyAndReturnDoc: { query: '{"_id":"1"}', data: '{"$set":{"a":1}}', merge: true },
  removeDocument: { query: '{"_id":"1"}' },
};
const reads = ['getDocument', 'calculateDocument', 'aggregateDocuments'];
const may: Record<string, string[]> = {
  PRIVATE: Object.keys(requests),
  READONLY: Object.keys(requests),
  ADMINWRITE: reads,
  ADMINONLY: [],
  'OWN-RULES': [],
  undeclared: Object.keys(requests),
};

describe.each(Object.entries(may))('a collection with the rule %s', (collectionName, allowed) => {
  test.each(Object.entries(requests))('answers %s as its rule says', (action, body) => {
    const asked = () => ask(action, { ...body, collectionName });
    if (allowed.includes(action)) expect(asked()).toMatchObject({ collectionName });
    else expect(asked).toThrow('Permission denied');
  });
});

describe('a request to a collection that only creators read', () => {
  const read = (query: unknown) => ask('getDocument', { collectionName: 'PRIVATE', query: json(query) });

  test("is narrowed to the caller's own documents", () => {
    expect(read({ a: 1 }).query).toBe(json({ a: 1, _openid: 'oMe' }));
    expect(ask('getDocument', { collectionName: 'PRIVATE' }).query).toBe(json({ _openid: 'oMe' }));
  });

  test('is narrowed even when it names another person', () => {
    expect(read({ _openid: 'oOther' }).query).toBe(
      json({ $and: [{ _openid: 'oOther' }, { _openid: 'oMe' }] }),
    );
    expect(read({ $or: [{ _openid: 'oOther' }, { a: 1 }] }).query).toBe(
      json({ $or: [{ _openid: 'oOther' }, { a: 1 }], _openid: 'oMe' }),
    );
  });

  test('is narrowed at the head of a pipeline, but after geoNear', () => {
    const mine = { stageKey: '$match', stageValue: json({ _openid: 'oMe' }) };
    const near = { stageKey: '$geoNear', stageValue: '{}' };
    const count = { stageKey: '$count', stageValue: '"n"' };
    const stagesOf = (stages: unknown[]) =>
      ask('aggregateDocuments', { collectionName: 'PRIVATE', stages }).stages;
    expect(stagesOf([count])).toEqual([mine, count]);
    expect(stagesOf([near, count])).toEqual([near, mine, count]);
  });
});

test.each(['PRIVATE', 'ADMINONLY', 'OWN-RULES'])('a pipeline joins nothing of %s, at any depth', (from) => {
  const lookup = { $lookup: { from, as: 'x', localField: 'a', foreignField: 'b' } };
  for (const [stageKey, stage] of [
    ['$lookup', lookup.$lookup],
    ['$facet', { all: [lookup] }],
    ['$lookup', { from: 'READONLY', as: 'x', pipeline: [lookup] }],
  ] as const) {
    const stages = [{ stageKey, stageValue: json(stage) }];
    expect(() => ask('aggregateDocuments', { collectionName: 'READONLY', stages })).toThrow(
      'Permission denied',
    );
  }
});

test('a pipeline joins a collection that everyone reads', () => {
  const stages = [{ stageKey: '$lookup', stageValue: json({ from: 'ADMINWRITE', as: 'x' }) }];
  expect(ask('aggregateDocuments', { collectionName: 'READONLY', stages })).toMatchObject({ stages });
});

describe('a write', () => {
  const change = (data: unknown, merge = true) =>
    ask('modifyDocument', { collectionName: 'READONLY', query: '{"_id":"1"}', data: json(data), merge });

  test('carries the openid of its creator', () => {
    expect(ask('insertDocument', { collectionName: 'PRIVATE', data: ['{"a":1}'] }).data).toEqual([
      json({ a: 1, _openid: 'oMe' }),
    ]);
    expect(change({ a: 1 }, false)).toMatchObject({
      query: json({ _id: '1', _openid: 'oMe' }),
      data: json({ a: 1, _openid: 'oMe' }),
    });
  });

  test("reaches the caller's own document only", () => {
    expect(change({ $set: { a: 1 } }).query).toBe(json({ _id: '1', _openid: 'oMe' }));
  });

  test.each([
    { $set: { _openid: 'oOther' } },
    { $set: { '_openid.a': 1 } },
    { $rename: { a: '_openid' } },
    { $unset: { _openid: '' } },
    { _openid: 'oOther' },
  ])('cannot set the owner: %j', (data) => {
    expect(() => change(data)).toThrow('Invalid Key Name: _openid');
    expect(() => change(data, false)).toThrow('Invalid Key Name: _openid');
  });
});

test('at most twenty documents come at once, and {openid} means the caller', () => {
  const read = (limit?: number) =>
    ask('getDocument', { collectionName: 'READONLY', query: '{"by":{"$in":["{openid}"]}}', limit });
  expect([read(), read(100), read(3)].map(({ limit }) => limit)).toEqual([20, 20, 3]);
  expect(read().query).toBe(json({ by: { $in: ['oMe'] } }));
});

test.each<[string, Body]>([
  ['addCollection', {}],
  ['startTransaction', {}],
  ['commitTransaction', { transactionId: 't' }],
  ['getDocument', { transactionId: 't' }],
  ['bulkLoad', {}],
])('%s of %j is not for clients', (action, body) => {
  expect(() => ask(action, { collectionName: 'READONLY', ...body })).toThrow('Permission denied');
});

test.each<[string, Body]>([
  ['getDocument', { query: '{' }],
  ['getDocument', { query: '[]' }],
  ['insertDocument', { data: '{}' }],
  ['insertDocument', { data: ['null'] }],
  ['aggregateDocuments', {}],
])('%s of %j is refused', (action, body) => {
  expect(() => ask(action, { collectionName: 'READONLY', ...body })).toThrow(
    expect.objectContaining({ code: 'INVALID_PARAM' }) as Error,
  );
});
