import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCloud, type Cloud } from '../../src/cloud';
import { hostileRequests } from './hostile-requests';

/*
 * Every request gets an answer or a refusal in the platform's words, and other collections stay as they are.
 * `hostileRequests` takes other seeds for longer runs.
 */
const seed = 20221220;
const requests = 1200;

let cloud: Cloud;
let dir: string;
let keptBefore: unknown;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'hostile-'));
  const index = (indexName: string, unique: boolean, ...keys: [string, string][]) => ({
    indexName,
    unique,
    keys: keys.map(([name, direction]) => ({ name, direction })),
  });
  const indexes = [
    index('a', false, ['a', '1']),
    index('n_place', false, ['n', '1'], ['place', '2dsphere']),
    index('text_list', true, ['text', '1'], ['list', '-1']),
  ];
  const collections = ['things', 'kept'].map((collectionName) => ({
    collectionName,
    aclTag: 'ADMINONLY',
    indexes,
  }));
  writeFileSync(join(dir, 'cloudbaserc.json'), JSON.stringify({ envId: 'e', database: { collections } }));
  cloud = await startCloud({
    dataDir: join(dir, 'data'),
    functionsDir: join(dir, 'functions'),
    cloudbaserc: join(dir, 'cloudbaserc.json'),
  });
  for (const name of ['things', 'kept']) await refill(name);
  keptBefore = await listOf('kept');
});
afterAll(async () => {
  await cloud.close();
  rmSync(dir, { recursive: true, force: true });
});
afterEach(async () => {
  expect(await listOf('kept')).toEqual(keptBefore);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

async function post(body: string | Uint8Array): Promise<Record<string, unknown>> {
  const response = await fetch(cloud.gatewayUrl, { method: 'POST', body });
  expect(response.status).toBe(200);
  return (await response.json()) as Record<string, unknown>;
}

const send = (action: string, body: Record<string, unknown>): Promise<Record<string, unknown>> =>
  post(JSON.stringify({ ...body, action: `database.${action}` }));

async function listOf(collectionName: string): Promise<unknown> {
  const answer = await send('getDocument', { collectionName, queryType: 'WHERE', query: '{}', limit: 1000 });
  return (answer.data as { list: string[] } | undefined)?.list;
}

async function refill(collectionName: string): Promise<void> {
  await send('removeDocument', { collectionName, queryType: 'WHERE', query: '{}', multi: true });
  const data = Array.from({ length: 20 }, (_unused, i) =>
    JSON.stringify({
      _id: `k${i}`,
      a: { b: i, c: [i] },
      list: [{ x: i }, i],
      place: { type: 'Point', coordinates: [113 + i, 23] },
      text: `text${i}`,
      date: { $date: { $numberLong: String(i * 1e10) } },
      n: i % 3,
    }),
  );
  expect(await send('insertDocument', { collectionName, data })).toHaveProperty('data');
}

test(`${requests} requests as no SDK would send them are answered or refused`, async () => {
  let sent = 0;
  let answered = 0;
  for (const { action, body } of hostileRequests(seed, ['things', 'things', 'none'])) {
    if (++sent > requests) break;
    if (sent % 100 === 0) await refill('things');
    const answer = await send(action, body);
    if (answer.code === undefined) answered++;
    else if (answer.code === 'SYS_ERR') expect({ action, body, answer }).toBe('answered or refused');
  }
  // Only part of a request is wrong, because a completely wrong one would be refused at once.
  expect(answered).toBeGreaterThan(requests / 10);
}, 60_000);

describe('requests that would exhaust the machine are refused', () => {
  const path = Array(200_000).fill('a').join('.');
  const range = { $range: [0, 1000] };
  const aggregate = (...stages: [string, unknown][]) => ({
    action: 'aggregateDocuments',
    body: {
      collectionName: 'things',
      stages: stages.map(([stageKey, operand]) => ({ stageKey, stageValue: JSON.stringify(operand) })),
    },
  });
  const find = (query: string, more = {}) => ({
    action: 'getDocument',
    body: { collectionName: 'things', queryType: 'WHERE', query, ...more },
  });
  const update = (data: unknown) => ({
    action: 'modifyDocument',
    body: { ...find('{"_id":"k1"}').body, merge: true, multi: true, data: JSON.stringify(data) },
  });
  test.each([
    ['a path of 200,000 parts in a query', find(`{"${path}":1}`)],
    ['in an order', find('{}', { order: `{"${path}":1}` })],
    ['in a projection', find('{}', { projection: `{"${path}":1}` })],
    ['in an update', update({ $set: { [path]: 1 } })],
    ['in $rename', update({ $rename: { n: path } })],
    ['in $addFields', aggregate(['$addFields', { [path]: 1 }])],
    ['in $project', aggregate(['$project', { [path]: '$n' }])],
    ['in $unset', aggregate(['$unset', path])],
    ['in an expression', aggregate(['$project', { x: `$${path}` }])],
    ['in $lookup', aggregate(['$lookup', { from: 'kept', localField: 'n', foreignField: 'n', as: path }])],
    ['in $unwind', aggregate(['$unwind', { path: '$list', includeArrayIndex: path }])],
    [
      'arrays unwound one after another',
      aggregate(
        ['$addFields', { a: range, b: range, c: range }],
        ['$unwind', '$a'],
        ['$unwind', '$b'],
        ['$unwind', '$c'],
      ),
    ],
    [
      'lists within lists without end',
      aggregate([
        '$project',
        { x: { $reduce: { input: { $range: [0, 100_000] }, initialValue: 1, in: ['$$value'] } } },
      ]),
    ],
    [
      'a list that grows with every element',
      aggregate([
        '$project',
        {
          x: {
            $reduce: {
              input: { $range: [0, 100_000] },
              initialValue: [],
              in: { $concatArrays: ['$$value', ['$$this']] },
            },
          },
        },
      ]),
    ],
    [
      'a pattern that tries everything',
      aggregate(['$project', { x: { $regexMatch: { input: `${'a'.repeat(60)}b`, regex: '(a+)+$' } } }]),
    ],
  ])('%s', async (_name, { action, body }) => {
    expect(await send(action, body)).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
  });
});

test.each<[string, string | Uint8Array]>([
  ['nothing', ''],
  ['half an object', '{"action":"database.getDocument"'],
  ['a list', '[]'],
  ['null', 'null'],
  ['a text', '"database.getDocument"'],
  ['bytes that are no text', Uint8Array.of(0x7b, 0xff, 0xfe, 0x7d)],
  ['100,000 lists within one another', `{"action":${'['.repeat(1e5)}${']'.repeat(1e5)}}`],
  ['an action that is none', '{"action":{"toString":1}}'],
  ['an action of a strange name', '{"action":"database.__proto__"}'],
])('a body that is %s is refused', async (_name, body) => {
  expect(await post(body)).toMatchObject({ code: 'INVALID_PARAM' });
});
