import { startFixtureCloud, type FixtureCloud } from './fixture-cloud';
import { inTransaction, recorded, type Json } from './tcb-admin-requests';

let fixture: FixtureCloud;
beforeAll(async () => (fixture = await startFixtureCloud()));
afterAll(() => fixture.close());

/** The fields that every request of `tcb-admin-node` 1.23.0 carries; the signature is not checked. */
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

test('the database requests of tcb-admin-node, in plain JSON, get answers in its form', async () => {
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
  ['a document that is a list', { action: 'database.addDocument', data: [1] }],
  ['an order in today’s form', { action: 'database.queryDocument', order: '{"n":1}' }],
  [
    'a stage that is not JSON',
    { action: 'database.aggregate', stages: [{ stageKey: '$match', stageValue: '{' }] },
  ],
  ['stages that are a text', { action: 'database.aggregate', stages: 'all' }],
  ['a query nested too deep', { action: 'database.queryDocument', query: deep(1000) }],
  [
    'a change without a query',
    { action: 'database.updateDocInTransaction', transactionId: 'x', query: null, data: 1 },
  ],
  ['a query that is a list', { action: 'database.deleteDocument', query: [[]] }],
])('%s is refused', async (_what, body) => {
  expect(await ask(body)).toMatchObject({
    code: expect.stringMatching(/^(INVALID_PARAM|DATABASE_\w+)$/) as string,
    message: expect.stringMatching(/./) as string,
  });
});
