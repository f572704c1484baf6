import { scratchDatabase, type Scratch } from 'sqlite-document-database/testing';
import type { ClientMessage, ServerMessage } from './messages';
import { createWatchConnection, type WatchConnection } from './watch-connection';
import { createWatchSessions, type WatchSessions } from './watch-sessions';

let scratch: Scratch;
let sessions: WatchSessions;
let told: ServerMessage[];
let client: WatchConnection;
beforeAll(async () => {
  scratch = await scratchDatabase();
});
beforeEach(async () => {
  const log = (line: string): never => {
    throw new Error(line);
  };
  sessions = createWatchSessions(scratch.database, () => () => 'READONLY', log);
  told = [];
  client = createWatchConnection(sessions, (message) => void told.push(message));
  await ask('LOGIN', '', {}, { signStr: 'oAnn' });
});
afterEach(() => sessions.close());
afterAll(() => scratch.close());

function ask(
  msgType: ClientMessage['msgType'],
  watchId: string,
  msgData: object,
  exMsgData = {},
): Promise<void> {
  return client.take({ watchId, requestId: 'r', msgType, msgData: { ...msgData }, exMsgData });
}

const init = (watchId: string) => ask('INIT_WATCH', watchId, { collName: 'things', query: '{}' });
const queryIds = () =>
  told
    .filter(({ msgType }) => msgType === 'INIT_EVENT')
    .map(({ msgData }) => (msgData as { queryID: string }).queryID);

test('a watch started under the id of another replaces it', async () => {
  await init('one');
  await init('two');
  const [one = '', two = ''] = queryIds();
  await ask('REBUILD_WATCH', 'one', { queryID: two, eventID: 0 });
  expect(sessions.find(one)).toBeUndefined();
  expect(sessions.find(two)).toBeDefined();
  client.left(1001);
  expect(sessions.find(two)).toBeUndefined();
});

test('a connection has at most a thousand watches, even when it starts them all at once', async () => {
  await Promise.all(Array.from({ length: 1500 }, (_unused, i) => init(`w${i}`)));
  expect(queryIds()).toHaveLength(1000);
  const refusals = told.filter(({ msgType }) => msgType === 'ERROR');
  expect(refusals).toHaveLength(500);
  expect(refusals[0]?.msgData).toMatchObject({ message: 'too many watches on one connection' });
});
