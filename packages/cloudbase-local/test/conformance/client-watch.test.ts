import type * as Tencent from '@cloudbase/database';
import { nodeSdk, startFixtureCloud, type FixtureCloud } from './fixture-cloud';
import { openedSockets, SocketClient } from './socket-client';

/*
 * `watch()` through Tencent's own unmodified client, as a mini-program's page asks, within the rules of the collection.
 */

interface Change {
  id: number;
  queueType: string;
  dataType: string;
  docId: string;
  doc?: Record<string, unknown>;
  updatedFields?: object;
  removedFields?: string[];
}
interface Snapshot {
  id: number;
  docs: Record<string, unknown>[];
  docChanges: Change[];
}
interface Query {
  where(condition: object): Query;
  limit(count: number): Query;
  doc(id: string): Query;
  watch(options: { onChange(snapshot: Snapshot): void; onError(error: unknown): void }): {
    close(): Promise<void>;
  };
}
interface Database {
  collection(name: string): Query;
  command: { gt(n: number): unknown };
}

/** What somebody's page heard. */
interface Listener {
  snapshots: Snapshot[];
  errors: unknown[];
  close(): Promise<void>;
}

let fixture: FixtureCloud;
const said = ['log', 'warn', 'error'] as const;
beforeAll(async () => {
  // Tencent's client tells the console of every step.
  for (const level of said) jest.spyOn(console, level).mockImplementation(() => undefined);
  letGoOfTimers();
  fixture = await startFixtureCloud();
  await nodeDatabase().createCollection('talk');
});
beforeEach(() =>
  talk()
    .where({ _id: nodeDatabase().command.exists(true) })
    .remove(),
);
afterAll(async () => {
  // The client has a word about each that closes.
  await until(() => openedSockets.every(({ readyState }) => readyState === 3));
  await fixture.close();
});

/** Tencent's client goes on asking every ten seconds after its last watch was closed; that must not keep the tests from ending. */
function letGoOfTimers(): void {
  const { setTimeout: start } = globalThis;
  globalThis.setTimeout = ((run: () => void, ms?: number) => start(run, ms).unref()) as typeof setTimeout;
}

const nodeDatabase = () => nodeSdk().database();
const talk = () => nodeDatabase().collection('talk');
const say = (_id: string, n: number, _openid = 'oAnn') => talk().add({ _id, n, _openid });

/** The client of one person: it keeps its connection in a static field, so that each has a copy of the module. */
function databaseOf(openid: string): Database {
  let Db: typeof Tencent.Db | undefined;
  jest.isolateModules(() => ({ Db } = jest.requireActual<typeof Tencent>('@cloudbase/database')));
  const statics = Db as unknown as Record<'reqClass' | 'wsClass', unknown> &
    (new (config: object) => unknown);
  statics.wsClass = SocketClient;
  statics.reqClass = class {
    send() {
      const wsUrl = `${fixture.clientOrigin.replace('http', 'ws')}/database/watch`;
      return Promise.resolve({ data: { signStr: openid, wsUrl, secretVersion: 1, envId: 'env' } });
    }
  };
  return new statics({ env: 'env' }) as Database;
}

function listen(query: Query): Listener {
  const snapshots: Snapshot[] = [];
  const errors: unknown[] = [];
  const { close } = query.watch({
    onChange: (snapshot) => void snapshots.push(snapshot),
    onError: (error) => void errors.push(error),
  });
  return { snapshots, errors, close };
}

async function until(isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 2000 && !isSo(); turn++) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(isSo()).toBe(true);
}

/** This version of the client watches by a list of fields, where its own `orderBy` leaves an object. */
function ordered(query: Query, ...order: { field: string; direction: string }[]): Query {
  Object.assign((query as unknown as { _apiOptions: object })._apiOptions, { order });
  return query;
}

const ids = ({ docs }: Snapshot) => docs.map(({ _id }) => _id);
const words = ({ docChanges }: Snapshot) =>
  docChanges.map(({ queueType, dataType, docId }) => `${queueType} ${dataType} ${docId}`);

test('the first snapshot has all there is; then every write has one of its own, in order', async () => {
  await say('a', 1);
  await say('b', 2);
  const ann = listen(databaseOf('oAnn').collection('talk'));
  await until(() => ann.snapshots.length === 1);
  await say('c', 3);
  await talk()
    .doc('a')
    .update({ n: nodeDatabase().command.inc(9) });
  await talk().doc('b').set({ text: 'new', _openid: 'oAnn' });
  await talk().doc('c').remove();
  await until(() => ann.snapshots.length === 5);
  expect(ann.snapshots.map(({ id }) => id)).toEqual([0, 1, 2, 3, 4]);
  expect(ann.snapshots.map(words)).toEqual([
    ['init init b', 'init init a'],
    ['enqueue add c'],
    ['update update a'],
    ['update replace b'],
    ['dequeue remove c'],
  ]);
  expect(ann.snapshots[2]?.docChanges[0]).toMatchObject({ updatedFields: { n: 10 }, removedFields: [] });
  expect(ann.snapshots[4]?.docs).toEqual([
    { _id: 'b', text: 'new', _openid: 'oAnn' },
    { _id: 'a', n: 10, _openid: 'oAnn' },
  ]);
  await ann.close();
});

test('an empty answer is a first snapshot too', async () => {
  const ann = listen(databaseOf('oAnn').collection('talk'));
  await until(() => ann.snapshots.length === 1);
  await say('a', 1);
  await until(() => ann.snapshots.length === 2);
  expect(ann.snapshots.map(ids)).toEqual([[], ['a']]);
  await ann.close();
});

test('a condition, an order and a limit decide who is in the list', async () => {
  for (const n of [1, 2, 3]) await say(`m${n}`, n);
  const db = databaseOf('oAnn');
  const asked = db
    .collection('talk')
    .where({ n: db.command.gt(1) })
    .limit(2);
  const ann = listen(ordered(asked, { field: 'n', direction: 'asc' }));
  await until(() => ann.snapshots.length === 1);
  await say('between', 2.5);
  await until(() => ann.snapshots.length === 2);
  await talk().where({ _id: 'm2' }).remove();
  await until(() => ann.snapshots.length === 3);
  expect(ann.snapshots.map(words)).toEqual([
    ['init init m2', 'init init m3'],
    ['enqueue add between', 'dequeue limit m3'],
    ['dequeue remove m2', 'enqueue limit m3'],
  ]);
  expect(ann.snapshots.map(ids)).toEqual([
    ['m2', 'm3'],
    ['m2', 'between'],
    ['between', 'm3'],
  ]);
  await ann.close();
});

test('one document is watched by its id, dates and all', async () => {
  await talk().add({ _id: 'a', at: new Date(5), deep: { x: 1, y: 1 }, _openid: 'oAnn' });
  const ann = listen(databaseOf('oAnn').collection('talk').doc('a'));
  await until(() => ann.snapshots.length === 1);
  await say('b', 1);
  const { remove } = nodeDatabase().command;
  await talk()
    .doc('a')
    .update({ deep: { x: 2, y: remove() } });
  await until(() => ann.snapshots.length === 2);
  expect(ann.snapshots[1]?.docChanges).toMatchObject([
    { docId: 'a', updatedFields: { 'deep.x': 2 }, removedFields: ['deep.y'] },
  ]);
  expect(ann.snapshots[1]?.docs).toEqual([{ _id: 'a', at: { $date: 5 }, deep: { x: 2 }, _openid: 'oAnn' }]);
  await ann.close();
});

test('a transaction is one snapshot, when it commits', async () => {
  const ann = listen(databaseOf('oAnn').collection('talk'));
  await until(() => ann.snapshots.length === 1);
  await nodeDatabase().runTransaction(
    async (transaction: Pick<ReturnType<typeof nodeDatabase>, 'collection'>) => {
      await transaction.collection('talk').add({ _id: 'a', _openid: 'oAnn' });
      await transaction.collection('talk').add({ _id: 'b', _openid: 'oAnn' });
    },
  );
  await until(() => ann.snapshots.length === 2);
  expect(ann.snapshots.map(ids)).toEqual([[], ['a', 'b']]);
  await ann.close();
});

test('of a private collection everybody sees their own only', async () => {
  await say('hers', 1, 'oAnn');
  const [ann, bob] = ['oAnn', 'oBob'].map((openid) => listen(databaseOf(openid).collection('talk'))) as [
    Listener,
    Listener,
  ];
  await until(() => ann.snapshots.length === 1 && bob.snapshots.length === 1);
  await say('his', 2, 'oBob');
  await talk().doc('hers').update({ _openid: 'oBob' });
  await until(() => ann.snapshots.length === 2 && bob.snapshots.length === 3);
  expect(ann.snapshots.map(ids)).toEqual([['hers'], []]);
  expect(bob.snapshots.map(ids)).toEqual([[], ['his'], ['his', 'hers']]);
  await Promise.all([ann.close(), bob.close()]);
});

/** What the service answers to messages as a client sends them. */
async function converse(...asked: object[]): Promise<Record<string, unknown>[]> {
  const socket = new SocketClient(`${fixture.clientOrigin.replace('http', 'ws')}/database/watch`);
  const told: Record<string, unknown>[] = [];
  socket.onmessage = ({ data }) => void told.push(JSON.parse(String(data)) as Record<string, unknown>);
  await until(() => socket.readyState === 1);
  for (const message of asked) socket.send(JSON.stringify({ requestId: 'r', ...message }));
  await until(() => told.length === asked.length);
  socket.close();
  return told;
}

const login = { msgType: 'LOGIN', msgData: { envId: 'env' }, exMsgData: { signStr: 'oAnn' } };

test.each<[string, object, string]>([
  ['a closed collection', { collName: 'ticks' }, 'COLLECTION_PERMISSION_DENIED'],
  ['a missing collection', { collName: 'none' }, 'DATABASE_COLLECTION_NOT_EXIST'],
  ['an unknown operator', { collName: 'talk', query: '"{\\"$fly\\":1}"' }, 'DATABASE_REQUEST_FAILED'],
  ['a condition that is none', { collName: 'talk', query: '{' }, 'INVALID_PARAM'],
  ['an order that is none', { collName: 'talk', orderBy: { n: 'up' } }, 'DATABASE_REQUEST_FAILED'],
])('%s is an error', async (_what, msgData, code) => {
  const init = { msgType: 'INIT_WATCH', watchId: 'w', msgData };
  expect(await converse(login, init)).toMatchObject([
    { msgType: 'LOGIN_RES', msgData: { envId: 'env' } },
    { msgType: 'ERROR', watchId: 'w', requestId: 'r', msgData: { code } },
  ]);
});

test.each<[string, object, string]>([
  [
    'who has not said who it is',
    { msgType: 'INIT_WATCH', msgData: { collName: 'talk' } },
    'CHECK_LOGIN_FAILED',
  ],
  ['who says it wrongly', { ...login, exMsgData: { signStr: 'a b' } }, 'SIGN_PARAM_INVALID'],
])('%s is refused', async (_who, message, code) => {
  expect(await converse(message)).toMatchObject([{ msgType: 'ERROR', msgData: { code } }]);
});

test.each(['', '{', 'null', '[]', '1', '{"msgType":"PING"}', '{"requestId":"r"}'])(
  'who sends %j is cut off, and nobody else',
  async (text) => {
    const socket = new SocketClient(`${fixture.clientOrigin.replace('http', 'ws')}/database/watch`);
    const closed = new Promise<number>((resolve) => (socket.onclose = ({ code }) => resolve(code)));
    await until(() => socket.readyState === 1);
    socket.send(text);
    expect(await closed).toBe(1007);
    expect(await converse({ msgType: 'PING' })).toMatchObject([{ msgType: 'PONG' }]);
  },
);

test.each<[string, object]>([
  ['a collection', { collName: { $gt: '' } }],
  ['a condition', { collName: 'talk', query: '[1]' }],
  ['a condition that is deep', { collName: 'talk', query: `${'{"a":'.repeat(9000)}1${'}'.repeat(9000)}` }],
  ['an order', { collName: 'talk', orderBy: { n: { $fly: 1 } } }],
  ['a limit', { collName: 'talk', limit: -1 }],
  ['a limit that is a part', { collName: 'talk', limit: 0.5 }],
  ['nothing at all', {}],
])('%s that is none is an error', async (_what, msgData) => {
  const init = { msgType: 'INIT_WATCH', watchId: 'w', msgData };
  expect((await converse(login, init))[1]).toMatchObject({ msgType: 'ERROR', watchId: 'w' });
});

test('a watch of the same name takes the place of the one before', async () => {
  const init = { msgType: 'INIT_WATCH', watchId: 'w', msgData: { collName: 'talk' } };
  const socket = new SocketClient(`${fixture.clientOrigin.replace('http', 'ws')}/database/watch`);
  const told: { msgType: string }[] = [];
  socket.onmessage = ({ data }) => void told.push(JSON.parse(String(data)) as { msgType: string });
  await until(() => socket.readyState === 1);
  for (const message of [login, init]) socket.send(JSON.stringify({ requestId: 'r', ...message }));
  await until(() => told.length === 2);
  socket.send(JSON.stringify({ requestId: 'r', ...init }));
  await until(() => told.length === 3);
  await say('a', 1);
  await until(() => told.length === 4);
  await say('b', 1);
  await until(() => told.length === 5);
  expect(told.map(({ msgType }) => msgType)).toEqual([
    'LOGIN_RES',
    'INIT_EVENT',
    'INIT_EVENT',
    'NEXT_EVENT',
    'NEXT_EVENT',
  ]);
  socket.close();
});

test('nobody takes up the watch of another, or one that is not known', async () => {
  const ann = listen(databaseOf('oAnn').collection('talk'));
  await until(() => ann.snapshots.length === 1);
  const rebuild = { msgType: 'REBUILD_WATCH', watchId: 'w', msgData: { queryID: 'guessed', eventID: 0 } };
  expect((await converse(login, rebuild))[1]).toMatchObject({ msgData: { code: 'QUERYID_INVALID_ERROR' } });
  await ann.close();
});

test('the server SDKs are told that watch() is not for them', async () => {
  nodeDatabase()
    .collection('talk')
    .watch({ onChange: () => undefined, onError: () => undefined });
  const printed = () => jest.mocked(console.error).mock.calls.flat().map(String);
  await until(() => printed().some((text) => text.includes('watch() is for mini-programs')));
});

test('pages of other sites are not let in', async () => {
  const socket = new SocketClient(`${fixture.clientOrigin.replace('http', 'ws')}/database/watch`, {
    origin: 'http://evil.example',
  });
  const { message } = await new Promise<{ message: string }>((resolve) => (socket.onerror = resolve));
  expect(message).toBe('Unexpected server response: 403');
});

test('a closed watch hears nothing more, and the last one closes the connection', async () => {
  const db = databaseOf('oAnn');
  const [first, second] = [listen(db.collection('talk')), listen(db.collection('talk'))];
  await until(() => first.snapshots.length === 1 && second.snapshots.length === 1);
  await first.close();
  await say('a', 1);
  await until(() => second.snapshots.length === 2);
  expect(first.snapshots).toHaveLength(1);
  const socket = openedSockets.at(-1);
  expect(socket?.readyState).toBe(1);
  await second.close();
  await until(() => socket?.readyState === 3);
});

test('after a broken connection the client comes back and has missed nothing', async () => {
  const ann = listen(databaseOf('oAnn').collection('talk'));
  await until(() => ann.snapshots.length === 1);
  openedSockets.at(-1)?.terminate();
  for (const n of [1, 2, 3]) await say(`m${n}`, n);
  await until(() => ann.snapshots.length === 4);
  expect(ann.snapshots.map(ids)).toEqual([[], ['m1'], ['m1', 'm2'], ['m1', 'm2', 'm3']]);
  await ann.close();
});
