import { nodeSdk, startFixtureCloud, type FixtureCloud } from './fixture-cloud';

/* The database as a mini-program's page uses it: over HTTP, as a person, within the rules of the collection. */

let fixture: FixtureCloud;
beforeAll(async () => (fixture = await startFixtureCloud()));
afterAll(() => fixture.close());

async function ask(body: unknown, headers: Record<string, string> = {}, method = 'POST') {
  const answer = await fetch(`${fixture.clientOrigin}/database`, {
    method,
    headers: { 'x-wx-openid': 'oMe', ...headers },
    ...(method === 'POST' && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

test('a collection closed to clients refuses every request', async () => {
  for (const action of ['getDocument', 'insertDocument', 'removeDocument', 'aggregateDocuments'])
    expect(
      await ask({ action: `database.${action}`, collectionName: 'ticks', stages: [], data: [] }),
    ).toMatchObject({
      status: 200,
      body: { code: 'DATABASE_PERMISSION_DENIED' },
    });
});

test('an undeclared collection belongs to its creators', async () => {
  await nodeSdk().database().createCollection('notes');
  await nodeSdk().database().collection('notes').add({ text: 'by a function' });
  const added = await ask({
    action: 'database.insertDocument',
    collectionName: 'notes',
    data: ['{"text":"mine"}'],
  });
  expect(added.body).toMatchObject({ data: { insertedIds: [expect.any(String)] } });
  const { body } = await ask({ action: 'database.calculateDocument', collectionName: 'notes' });
  expect(body).toMatchObject({ data: { total: 1 } });
  // An update that leaves the document as it was answers it all the same.
  const same = { query: '{"text":"mine"}', data: '{"$set":{"text":"mine"}}', merge: true };
  const returned = await ask({
    action: 'database.modifyAndReturnDoc',
    collectionName: 'notes',
    ...same,
  });
  expect(returned.body).toMatchObject({ data: { updated: 1, doc: expect.stringContaining('"mine"') } });
  expect((await nodeSdk().database().collection('notes').count()).total).toBe(2);
});

describe("another person's document", () => {
  const doc = { collectionName: 'diaries', queryType: 'DOC', query: '{"_id":"theirs"}', multi: false };
  const theirs = { _id: 'theirs', text: 'private', _openid: 'oOther' };
  beforeAll(() => nodeSdk().database().createCollection('diaries'));
  beforeEach(() =>
    nodeSdk().database().collection('diaries').doc('theirs').set({ text: 'private', _openid: 'oOther' }),
  );
  afterEach(async () => {
    const { data } = (await nodeSdk().database().collection('diaries').doc('theirs').get()) as {
      data: unknown[];
    };
    expect(data).toEqual([theirs]);
  });

  test('is not read by its id', async () => {
    expect(await ask({ action: 'database.getDocument', ...doc })).toMatchObject({
      body: { data: { list: [] } },
    });
  });

  test.each([
    ['updated', { action: 'database.modifyDocument', merge: true, data: '{"$set":{"text":"mine"}}' }],
    ['removed', { action: 'database.removeDocument' }],
    ['updated and returned', { action: 'database.modifyAndReturnDoc', data: '{"$set":{"text":"mine"}}' }],
    ['replaced', { action: 'database.modifyDocument', merge: false, upsert: true, data: '{"text":"mine"}' }],
  ])('is not %s by its id', async (_done, change) => {
    const { body } = await ask({ ...doc, ...change });
    expect(body.data ?? { code: body.code }).toMatchObject(
      body.code === undefined
        ? { [change.action.endsWith('removeDocument') ? 'deleted' : 'updated']: 0 }
        : { code: 'DATABASE_REQUEST_FAILED' },
    );
  });

  test('does not prevent creating and replacing an own one by its id', async () => {
    const own = {
      ...doc,
      query: '{"_id":"mine"}',
      action: 'database.modifyDocument',
      merge: false,
      upsert: true,
    };
    for (const text of ['first', 'second']) await ask({ ...own, data: JSON.stringify({ text }) });
    const { body } = await ask({ action: 'database.getDocument', ...doc, query: '{"_id":"mine"}' });
    expect(body).toMatchObject({ data: { list: ['{"_id":"mine","text":"second","_openid":"oMe"}'] } });
  });
});

test('a missing collection is reported as missing', async () => {
  expect(await ask({ action: 'database.getDocument', collectionName: 'none' })).toMatchObject({
    body: { code: expect.stringContaining('DATABASE_COLLECTION_NOT_EXIST') as string },
  });
});

test.each<[string, number, unknown, Record<string, string>, string]>([
  ['nobody', 400, {}, { 'x-wx-openid': '' }, 'POST'],
  ['no openid', 400, {}, { 'x-wx-openid': 'a b' }, 'POST'],
  ['a page of another site', 403, {}, { origin: 'http://evil.example' }, 'POST'],
  ['an address line', 405, {}, {}, 'GET'],
])('a request by %s is answered with %d', async (_name, status, body, headers, method) => {
  expect((await ask(body, headers, method)).status).toBe(status);
});

test.each(['', '{', 'null', '[]', '{}', '{"action":"database.fly"}'])(
  'a request of %j is refused with the reason',
  async (body) => {
    expect(await ask(body)).toMatchObject({ status: 200, body: { code: expect.any(String) as string } });
  },
);
