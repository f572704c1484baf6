import { nodeSdk, startFixtureCloud, type FixtureCloud } from './fixture-cloud';
import { openedSockets } from './socket-client';
import {
  databaseOf as watchDatabase,
  ids,
  listen,
  ordered,
  quietClient,
  until,
  words,
  type Listener,
} from './watch-client';

/*
 * `watch()` through Tencent's own unmodified client, as a mini-program's page uses it, within the rules of the
 * collection.
 */

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
const databaseOf = (openid: string) => watchDatabase(openid, fixture.clientOrigin);

test('the first snapshot has all documents; then every write gives its own snapshot, in order', async () => {
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

test('a condition, an order and a limit decide which documents are in the list', async () => {
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

test('one document is watched by its id, with its dates', async () => {
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

test('ids of the type ObjectId are text in snapshots, and are asked for as ObjectIds', async () => {
  const [id, other] = ['5f1f1f1f1f1f1f1f1f1f1f1f', '5f1f1f1f1f1f1f1f1f1f1f2f'];
  type WithObjectId = { ObjectId(of: { id: string }): object };
  const { ObjectId } = nodeDatabase() as unknown as WithObjectId;
  await talk().add({ _id: ObjectId({ id }), friend: ObjectId({ id: other }), n: 1, _openid: 'oAnn' });
  const db = databaseOf('oAnn') as ReturnType<typeof databaseOf> & WithObjectId;
  const ann = listen(db.collection('talk').where({ friend: db.ObjectId({ id: other }) }));
  await until(() => ann.snapshots.length === 1);
  await talk()
    .where({ _id: ObjectId({ id }) })
    .update({ friend: [ObjectId({ id: other })] });
  await until(() => ann.snapshots.length === 2);
  expect(ann.snapshots[0]?.docs).toEqual([{ _id: id, friend: other, n: 1, _openid: 'oAnn' }]);
  expect(ann.snapshots[1]?.docChanges).toMatchObject([{ docId: id, updatedFields: { friend: [other] } }]);
  await ann.close();
});

test('a transaction gives one snapshot, when it commits', async () => {
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

test('in a private collection each person sees only their own documents', async () => {
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

test('the server SDKs print that watch() does not work for them', async () => {
  const refused = nodeDatabase()
    .collection('talk')
    .watch({ onChange: () => undefined, onError: () => undefined });
  const printed = () => jest.mocked(console.error).mock.calls.flat().map(String);
  await until(() => printed().some((text) => text.includes('watch() is for mini-programs')));
  await refused.close();
});

test('a closed watch receives nothing more, and the last one closes the connection', async () => {
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

test('after a broken connection the client reconnects and has missed nothing', async () => {
  const ann = listen(databaseOf('oAnn').collection('talk'));
  await until(() => ann.snapshots.length === 1);
  openedSockets.at(-1)?.terminate();
  for (const n of [1, 2, 3]) await say(`m${n}`, n);
  await until(() => ann.snapshots.length === 4);
  expect(ann.snapshots.map(ids)).toEqual([[], ['m1'], ['m1', 'm2'], ['m1', 'm2', 'm3']]);
  await ann.close();
});
