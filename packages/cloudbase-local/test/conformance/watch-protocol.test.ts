import { nodeSdk, startFixtureCloud, type FixtureCloud } from './fixture-cloud';
import { openedSockets, SocketClient } from './socket-client';
import { databaseOf, listen, quietClient, until } from './watch-client';

/* Messages of `watch()` that Tencent's client never sends, or sends only by mistake. */

let fixture: FixtureCloud;
beforeAll(async () => {
  quietClient();
  fixture = await startFixtureCloud();
  await nodeDatabase().createCollection('talk');
});
beforeEach(() =>
  talk()
    .where({ _id: nodeDatabase().command.exists(true) })
    .remove(),
);
afterAll(async () => {
  // The client logs each connection that closes, so it must close them before Jest ends.
  await until(() => openedSockets.every(({ readyState }) => readyState === 3));
  await fixture.close();
});

const nodeDatabase = () => nodeSdk().database();
const talk = () => nodeDatabase().collection('talk');
const say = (_id: string, n: number, _openid = 'oAnn') => talk().add({ _id, n, _openid });

/** The service's answers to messages, one each. */
async function converse(...messages: object[]): Promise<Record<string, unknown>[]> {
  const socket = new SocketClient(`${fixture.clientOrigin.replace('http', 'ws')}/database/watch`);
  const answers: Record<string, unknown>[] = [];
  socket.onmessage = ({ data }) => void answers.push(JSON.parse(String(data)) as Record<string, unknown>);
  await until(() => socket.readyState === 1);
  for (const message of messages) socket.send(JSON.stringify({ requestId: 'r', ...message }));
  await until(() => answers.length === messages.length);
  socket.close();
  return answers;
}

const login = { msgType: 'LOGIN', msgData: { envId: 'env' }, exMsgData: { signStr: 'oAnn' } };

test.each<[string, object, string]>([
  ['a closed collection', { collName: 'ticks' }, 'COLLECTION_PERMISSION_DENIED'],
  ['a missing collection', { collName: 'none' }, 'DATABASE_COLLECTION_NOT_EXIST'],
  ['an unknown operator', { collName: 'talk', query: '"{\\"$fly\\":1}"' }, 'DATABASE_REQUEST_FAILED'],
  ['an unreadable condition', { collName: 'talk', query: '{' }, 'INVALID_PARAM'],
  ['an unknown order', { collName: 'talk', orderBy: { n: 'up' } }, 'DATABASE_REQUEST_FAILED'],
])('%s is an error', async (_what, msgData, code) => {
  const init = { msgType: 'INIT_WATCH', watchId: 'w', msgData };
  expect(await converse(login, init)).toMatchObject([
    { msgType: 'LOGIN_RES', msgData: { envId: 'env' } },
    { msgType: 'ERROR', watchId: 'w', requestId: 'r', msgData: { code } },
  ]);
});

test.each<[string, object, string]>([
  [
    'a client that has not logged in',
    { msgType: 'INIT_WATCH', msgData: { collName: 'talk' } },
    'CHECK_LOGIN_FAILED',
  ],
  ['a login without an openid', { ...login, exMsgData: { signStr: 'a b' } }, 'SIGN_PARAM_INVALID'],
])('%s is refused', async (_client, message, code) => {
  expect(await converse(message)).toMatchObject([{ msgType: 'ERROR', msgData: { code } }]);
});

test.each(['', '{', 'null', '[]', '1', '{"msgType":"PING"}', '{"requestId":"r"}'])(
  'a client that sends %j is disconnected, and no other is',
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
  ['a collection that is no name', { collName: { $gt: '' } }],
  ['a condition that is a list', { collName: 'talk', query: '[1]' }],
  ['a deep condition', { collName: 'talk', query: `${'{"a":'.repeat(9000)}1${'}'.repeat(9000)}` }],
  ['an unknown direction', { collName: 'talk', orderBy: { n: { $fly: 1 } } }],
  ['a negative limit', { collName: 'talk', limit: -1 }],
  ['half a document as limit', { collName: 'talk', limit: 0.5 }],
  ['no field at all', {}],
])('an invalid message is an error: %s', async (_what, msgData) => {
  const init = { msgType: 'INIT_WATCH', watchId: 'w', msgData };
  expect((await converse(login, init))[1]).toMatchObject({ msgType: 'ERROR', watchId: 'w' });
});

test('a watch under the same id replaces the one before', async () => {
  const init = { msgType: 'INIT_WATCH', watchId: 'w', msgData: { collName: 'talk' } };
  const socket = new SocketClient(`${fixture.clientOrigin.replace('http', 'ws')}/database/watch`);
  const answers: { msgType: string }[] = [];
  socket.onmessage = ({ data }) => void answers.push(JSON.parse(String(data)) as { msgType: string });
  await until(() => socket.readyState === 1);
  for (const message of [login, init]) socket.send(JSON.stringify({ requestId: 'r', ...message }));
  await until(() => answers.length === 2);
  socket.send(JSON.stringify({ requestId: 'r', ...init }));
  await until(() => answers.length === 3);
  await say('a', 1);
  await until(() => answers.length === 4);
  await say('b', 1);
  await until(() => answers.length === 5);
  expect(answers.map(({ msgType }) => msgType)).toEqual([
    'LOGIN_RES',
    'INIT_EVENT',
    'INIT_EVENT',
    'NEXT_EVENT',
    'NEXT_EVENT',
  ]);
  socket.close();
});

test("no client resumes another person's watch, or an unknown one", async () => {
  const ann = listen(databaseOf('oAnn', fixture.clientOrigin).collection('talk'));
  await until(() => ann.snapshots.length === 1);
  const rebuild = { msgType: 'REBUILD_WATCH', watchId: 'w', msgData: { queryID: 'guessed', eventID: 0 } };
  expect((await converse(login, rebuild))[1]).toMatchObject({ msgData: { code: 'QUERYID_INVALID_ERROR' } });
  await ann.close();
});

test('pages of other sites are refused', async () => {
  const socket = new SocketClient(`${fixture.clientOrigin.replace('http', 'ws')}/database/watch`, {
    origin: 'http://evil.example',
  });
  const { message } = await new Promise<{ message: string }>((resolve) => (socket.onerror = resolve));
  expect(message).toBe('Unexpected server response: 403');
});
