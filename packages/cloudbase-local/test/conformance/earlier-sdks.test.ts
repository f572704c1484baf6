import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resultOf, startFixtureCloud, type FixtureCloud } from './fixture-cloud';

let fixture: FixtureCloud;
beforeAll(async () => (fixture = await startFixtureCloud()));
afterAll(() => fixture.close());

type Json = Record<string, unknown>;

/** What every request of `tcb-admin-node` 1.23.0 carries; no signature is checked. */
const envelope = {
  envName: 'fixture-1',
  timestamp: 1795393487214,
  eventId: '1795393487214_1_97500',
  wxCloudApiToken: '',
  tcb_sessionToken: '',
  authorization: 'q-sign-algorithm=sha1&q-ak=AKIDlocal&q-signature=91111b677673b86052b8058dd0665fe132aba4ce',
  sdk_version: '1.23.0',
};

async function ask(body: Json): Promise<Json> {
  const answer = await fetch(fixture.cloud.gatewayUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-tcb-source': ',not_scf' },
    body: JSON.stringify({ collectionName: 'ticks', ...body, ...envelope }),
  });
  const { requestId, ...rest } = (await answer.json()) as Json;
  expect(requestId).toEqual(expect.stringMatching(/.{10}/));
  return rest;
}

/** Requests as `tcb-admin-node` 1.23.0 sent them, in this order, and what it makes sense of. */
const recorded: [what: string, body: Json, answer: Json][] = [
  [
    'add',
    {
      action: 'database.addDocument',
      data: {
        _id: 'a',
        n: 1,
        text: '布洛芬',
        when: { $date: 1670000000000 },
        at: { $date: { offset: 1000 } },
        place: { type: 'Point', coordinates: [113, 23] },
      },
    },
    { data: { _id: 'a' } },
  ],
  [
    'set',
    {
      action: 'database.updateDocument',
      queryType: 'DOC',
      query: { _id: 'b' },
      data: { n: 2 },
      multi: false,
      merge: false,
      upsert: true,
    },
    { data: { updated: 0, upsert_id: 'b', upserted_id: 'b' } },
  ],
  [
    'where, orderBy, limit, field, get',
    {
      action: 'database.queryDocument',
      queryType: 'WHERE',
      query: { when: { $lt: { $date: 1680000000000 } }, text: { $regex: '布', $options: 'i' } },
      order: [{ field: 'n', direction: 'desc' }],
      limit: 5,
      projection: { n: 1, when: 1, place: 1 },
    },
    {
      data: {
        list: [
          {
            _id: 'a',
            n: 1,
            when: { $date: 1670000000000 },
            place: { type: 'Point', coordinates: [113, 23] },
          },
        ],
        limit: 5,
        offset: 0,
        total: 1,
      },
    },
  ],
  [
    'doc, get',
    {
      action: 'database.queryDocument',
      queryType: 'DOC',
      query: { _id: 'b' },
      multi: false,
      projection: {},
    },
    { data: { list: [{ _id: 'b', n: 2 }], limit: 100, offset: 0, total: 1 } },
  ],
  [
    'update by id',
    {
      action: 'database.updateDocument',
      queryType: 'DOC',
      query: { _id: 'a' },
      data: { $inc: { n: 10 }, $set: { at: { $date: { offset: 0 } } }, $push: { tags: { $each: ['x'] } } },
      multi: false,
      merge: true,
      upsert: false,
    },
    { data: { updated: 1, upsert_id: null, upserted_id: null } },
  ],
  [
    'update of all that match',
    {
      action: 'database.updateDocument',
      queryType: 'WHERE',
      query: { n: { $gt: 0 } },
      data: { $set: { seen: true } },
      multi: true,
      merge: true,
      upsert: false,
    },
    { data: { updated: 2, upsert_id: null, upserted_id: null } },
  ],
  [
    'count',
    {
      action: 'database.countDocument',
      queryType: 'WHERE',
      query: { $and: [{ n: { $gt: 0 } }, { n: { $lt: 5 } }] },
    },
    { data: { total: 1 } },
  ],
  [
    'aggregate',
    {
      action: 'database.aggregate',
      stages: [
        { stageKey: '$match', stageValue: '{"n":{"$gt":0},"at":{"$lte":{"$date":{"offset":60000}}}}' },
        { stageKey: '$group', stageValue: '{"_id":null,"k":{"$sum":"$n"}}' },
      ],
    },
    { data: { list: '["{\\"_id\\":null,\\"k\\":{\\"$numberInt\\":\\"11\\"}}"]' } },
  ],
  [
    'remove',
    { action: 'database.deleteDocument', queryType: 'DOC', query: { _id: 'b' }, multi: false },
    { data: { deleted: 1 } },
  ],
];

/** The same of a transaction; the request that starts it is today's. */
const inTransaction: [what: string, body: Json, answer: Json][] = [
  [
    'get',
    { action: 'database.getInTransaction', query: { _id: { $eq: 'a' } } },
    { data: expect.stringContaining('"n":{"$numberInt":"11"}') },
  ],
  [
    'update',
    {
      action: 'database.updateDocInTransaction',
      query: { _id: { $eq: 'a' } },
      data: '{"$inc":{"n":{"$numberInt":"1"}},"$set":{"when":{"$date":{"$numberInt":"7"}},"at":{"$date":{"offset":{"$numberInt":"0"}}}}}',
    },
    { updated: '1' },
  ],
  [
    'set of a new one',
    {
      action: 'database.updateDocInTransaction',
      query: { _id: { $eq: 't' } },
      data: '{"made":"in"}',
      upsert: true,
    },
    { updated: '0', upserted: '[{"_id":"t"}]' },
  ],
  [
    'set of one that is there',
    {
      action: 'database.updateDocInTransaction',
      query: { _id: { $eq: 't' } },
      data: '{"made":"again"}',
      upsert: true,
    },
    { updated: '1' },
  ],
  [
    'add',
    { action: 'database.insertDocInTransaction', data: '{"_id":"u","n":{"$numberInt":"9"}}', _id: 'u' },
    { inserted: '1', ok: '1', _id: 'u' },
  ],
  ['remove', { action: 'database.deleteDocInTransaction', query: { _id: { $eq: 'u' } } }, { deleted: '1' }],
  ['get of none', { action: 'database.getInTransaction', query: { _id: { $eq: 'u' } } }, { data: 'null' }],
  [
    'get, as the first versions asked',
    { action: 'database.getInTransaction', _id: 't' },
    { data: '{"_id":"t","made":"again"}' },
  ],
];

test('what tcb-admin-node asks of the database, in plain JSON, is answered so', async () => {
  for (const [what, body, answer] of recorded) expect([what, await ask(body)]).toEqual([what, answer]);

  const { transactionId } = await ask({ action: 'database.startTransaction' });
  for (const [what, body, answer] of inTransaction)
    expect([what, await ask({ transactionId, ...body })]).toEqual([what, answer]);
  await ask({ action: 'database.commitTransaction', transactionId });

  const { data } = await ask({ action: 'database.queryDocument', query: {} });
  expect((data as { list: Json[] }).list).toEqual([
    {
      _id: 'a',
      n: 12,
      text: '布洛芬',
      when: { $date: 7 },
      at: { $date: expect.any(Number) as number },
      place: { type: 'Point', coordinates: [113, 23] },
      tags: ['x'],
      seen: true,
    },
    { _id: 't', made: 'again' },
  ]);
});

const deep = (levels: number): unknown => (levels === 0 ? 1 : { a: deep(levels - 1) });

test.each<[string, Json]>([
  ['a document that is none', { action: 'database.addDocument', data: [1] }],
  ['an order of today', { action: 'database.queryDocument', order: '{"n":1}' }],
  [
    'a stage that is no JSON',
    { action: 'database.aggregate', stages: [{ stageKey: '$match', stageValue: '{' }] },
  ],
  ['stages that are none', { action: 'database.aggregate', stages: 'all' }],
  ['a query nested too deep', { action: 'database.queryDocument', query: deep(1000) }],
  [
    'a change that is none',
    { action: 'database.updateDocInTransaction', transactionId: 'x', query: null, data: 1 },
  ],
  ['a query that is none', { action: 'database.deleteDocument', query: [[]] }],
])('%s is refused', async (_what, body) => {
  expect(await ask(body)).toMatchObject({
    code: expect.stringMatching(/^(INVALID_PARAM|DATABASE_\w+)$/) as string,
    message: expect.stringMatching(/./) as string,
  });
});

describe("the platform's own names", () => {
  test.each([
    ['http://tcb-admin.tencentyun.com/admin?&eventId=1_1_1', false],
    ['http://tcb-open.tencentyun.com/admin?&eventId=1_1_1', false],
    ['https://tcb-open.tencentcloudapi.com/admin?&eventId=1_1_1', false],
    ['https://ap-shanghai.tcb-api.tencentcloudapi.com/admin?env=x', true],
    ['http://internal.ap-shanghai.tcb-api.tencentcloudapi.com/admin?env=x', true],
  ])('lead a function to the gateway, and it knows who asks: %s', async (url, asUrl) => {
    const body = { action: 'functions.invokeFunction', function_name: 'probe', request_data: '{}' };
    const answer = await resultOf(fixture.cloud, 'elder', { url, asUrl, body }, 'oElder');
    const { response_data } = answer.data as { response_data: string };
    expect(JSON.parse(response_data)).toMatchObject({ openid: 'oElder', source: 'wx_client,scf' });
  });

  test('lead to a refusal for what is not here, and not out of the machine', async () => {
    const sent = { url: 'https://fixture-1.api.tcloudbasegateway.com/v1/model/a', asUrl: true, body: {} };
    expect(await resultOf(fixture.cloud, 'elder', sent)).toEqual({
      code: 'INVALID_PARAM',
      message: expect.stringContaining('has nothing at /v1/model/a') as string,
    });
  });

  test('leave all others as they are', async () => {
    const other = createServer((_request, response) => response.end('{"answered":"another"}'));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    for (const asUrl of [false, true]) {
      const sent = { url: `http://127.0.0.1:${port}/admin`, asUrl, body: {} };
      expect(await resultOf(fixture.cloud, 'elder', sent)).toEqual({ answered: 'another' });
    }
    other.closeAllConnections();
    await new Promise((resolve) => other.close(resolve));
  });

  test('may be asked for with the gateway as proxy', async () => {
    const body = { action: 'database.countDocument', collectionName: 'ticks' };
    const sent = { method: 'POST', path: 'http://tcb-admin.tencentyun.com/admin?eventId=1' };
    expect(await statusOf(sent, 'tcb-admin.tencentyun.com', body)).toBe(200);
  });

  test.each(['/logs?requestId=', '/counters', '/faults'])(
    'lead to nothing that pages could read: %s',
    async (path) => {
      const sent = { method: 'GET', path };
      expect(await statusOf(sent, 'tcb-admin.tencentyun.com')).toBe(404);
      expect(await statusOf(sent, `tcb-admin.tencentyun.com:${new URL(fixture.cloud.gatewayUrl).port}`)).toBe(
        403,
      );
      expect(await statusOf(sent, 'localhost')).toBe(200);
    },
  );
});

/** Of a request to the gateway under another name. */
function statusOf(sent: { method: string; path: string }, host: string, body: Json = {}): Promise<unknown> {
  const { port } = new URL(fixture.cloud.gatewayUrl);
  return new Promise((resolve, reject) => {
    const asked = request({ ...sent, host: '127.0.0.1', port, headers: { host } }, (response) =>
      resolve(response.resume().statusCode),
    );
    asked.on('error', reject);
    asked.end(sent.method === 'POST' ? JSON.stringify(body) : undefined);
  });
}
