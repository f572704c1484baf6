import type { AclTag, ClientRules } from '../client/client-rules';
import { scratchDatabase, type Scratch } from 'sqlite-document-database/testing';
import type { ServerMessage, WireEvent } from './messages';
import { createWatchSessions, type WatchedByPerson, type WatchSessions } from './watch-sessions';

let scratch: Scratch;
let sessions: WatchSessions;
let acl: AclTag;
beforeAll(async () => {
  scratch = await scratchDatabase();
});
beforeEach(async () => {
  acl = 'ADMINWRITE';
  const rules: ClientRules = () => acl;
  sessions = createWatchSessions(
    scratch.database,
    () => rules,
    (line) => {
      throw new Error(line);
    },
  );
  await scratch.remove({});
});
afterEach(() => sessions.close());
afterAll(() => scratch.close());

const request = {
  watchId: 'w',
  requestId: 'r',
  openid: 'oAnn',
  collectionName: 'things',
  query: '{}',
  order: '{}',
  limit: undefined,
};

interface Client {
  told: ServerMessage[];
  send(message: ServerMessage): void;
  watched: WatchedByPerson;
}

async function watch(): Promise<Client> {
  const told: ServerMessage[] = [];
  const send = (message: ServerMessage): void => void told.push(message);
  const watched = await sessions.begin(request, send);
  if (!watched) throw new Error(JSON.stringify(told));
  return { told, send, watched };
}

/** Waits for this many messages. */
async function heard({ told }: { told: ServerMessage[] }, count: number): Promise<void> {
  for (let turn = 0; turn < 2000 && told.length < count; turn++) await new Promise(setImmediate);
  expect(told).toHaveLength(count);
}

const insert = (...ids: number[]) => scratch.insert(ids.map((_id) => ({ _id })));
const numbers = (answer: unknown) => (answer as { events: { ID: number }[] }).events.map(({ ID }) => ID);

test('a client that comes back gets what it missed', async () => {
  const client = await watch();
  await insert(1);
  await heard(client, 2);
  client.watched.leave(client.send, false);
  await insert(2);
  await insert(3);
  const witness = await watch();
  await insert(4);
  await heard(witness, 2);
  const { session } = sessions.find(client.watched.session.queryId) ?? {};
  const later: ServerMessage[] = [];
  expect(numbers(session?.resume('w2', (message) => void later.push(message), 1))).toEqual([2, 3, 4]);
  await insert(5);
  await heard({ told: later }, 1);
  expect(later[0]).toMatchObject({ watchId: 'w2', msgType: 'NEXT_EVENT', msgData: { currEvent: 5 } });
  expect(client.told).toHaveLength(2);
});

test('a connection that closes late does not take the watch from its successor', async () => {
  const client = await watch();
  const later: ServerMessage[] = [];
  client.watched.session.resume('w', (message) => void later.push(message), 0);
  client.watched.leave(client.send, true);
  await insert(1);
  await heard({ told: later }, 1);
});

test('a watch that its client left for good is over', async () => {
  const client = await watch();
  client.watched.leave(client.send, true);
  expect(sessions.find(client.watched.session.queryId)).toBeUndefined();
});

test('confirmed events are forgotten, and so are too many unconfirmed ones', async () => {
  const client = await watch();
  const { session } = client.watched;
  await insert(1);
  await heard(client, 2);
  expect(session.acknowledge(1)).toMatchObject({ currEvent: 1 });
  expect(session.resume('w', client.send, 0)).toBeUndefined();
  expect(numbers(session.resume('w', client.send, 1))).toEqual([]);
  for (let n = 0; n < 3; n++) await insert(...Array.from({ length: 900 }, (_, i) => 10 + n * 900 + i));
  await heard(client, 5);
  expect(session.resume('w', client.send, 1)).toBeUndefined();
  expect(new Set(numbers(session.resume('w', client.send, 2)))).toEqual(new Set([3, 4]));
});

test('when a document changes owner, the former one sees it removed and the new one sees none of its past', async () => {
  acl = 'PRIVATE';
  await scratch.insert([
    { _id: 'given', _openid: 'oAnn', text: 'of Ann' },
    { _id: 'got', _openid: 'oBob', note: 'of Bob' },
  ]);
  const ann = await watch();
  await scratch.update({ _id: 'given' }, { $set: { _openid: 'oBob', text: 'of Bob' } });
  await heard(ann, 2);
  await scratch.update({ _id: 'got' }, { $set: { _openid: 'oAnn' }, $unset: { note: '' } });
  await heard(ann, 3);
  const [, gone, come] = ann.told.map(({ msgData }) => (msgData as { events: WireEvent[] }).events);
  expect(gone).toEqual([{ ID: 1, DataType: 'remove', QueueType: 'dequeue', DocID: 'given', Doc: '' }]);
  const Doc = '{"_id":"got","_openid":"oAnn"}';
  expect(come).toEqual([{ ID: 2, DataType: 'add', QueueType: 'enqueue', DocID: 'got', Doc }]);
});

test('unconfirmed events are kept only up to a total size', async () => {
  const client = await watch();
  const { session } = client.watched;
  const text = 'x'.repeat(3 * 1024 * 1024);
  for (let _id = 1; _id <= 8; _id++) await scratch.insert([{ _id, text }]);
  await heard(client, 9);
  expect(session.resume('w', client.send, 0)).toBeUndefined();
  expect(numbers(session.resume('w', client.send, 6))).toEqual([7, 8]);
});

test.each([NaN, -1, 99])('a client cannot continue from a number that it never got: %p', async (eventId) => {
  const client = await watch();
  await insert(1);
  await heard(client, 2);
  client.watched.session.acknowledge(eventId);
  expect(client.watched.session.resume('w', client.send, eventId)).toBeUndefined();
});

test('a watch ends when the rule of its collection changes', async () => {
  const client = await watch();
  acl = 'ADMINONLY';
  await insert(1);
  await heard(client, 2);
  expect(client.told[1]).toMatchObject({
    watchId: 'w',
    msgType: 'ERROR',
    msgData: { code: 'COLLECTION_PERMISSION_DENIED' },
  });
  await insert(2);
  expect(sessions.find(client.watched.session.queryId)).toBeUndefined();
  expect(client.told).toHaveLength(2);
});
