import { aDraft } from '../../cloudfunctions/shared/testing/a-draft';
import { output, startProduct, type Product } from './product';

/** A turn of a lost instance is over after three seconds, a transaction of one after thirty. */
const turnIsOverMs = 3_500;
const transactionIsOverMs = 31_000;

let product: Product;
beforeAll(async () => {
  product = await startProduct();
}, 120_000);
afterAll(() => product.close());

type Operation = { action: string; collectionName?: unknown };

/** Runs `work` and ends all instances of `posts` before the first operation that `isLast` names. */
async function killBefore(isLast: (operation: Operation) => boolean, work: () => Promise<unknown>) {
  const { database } = product.cloud;
  const handle = database.handle.bind(database);
  let killing: Promise<void> | undefined;
  database.handle = async (action, body, rows) => {
    if (!killing && isLast({ action, ...body })) await (killing = product.cloud.killInstances('posts'));
    if (killing) throw new Error('its instance is gone');
    return handle(action, body, rows);
  };
  try {
    await expect(work()).rejects.toThrow('exited');
  } finally {
    database.handle = handle;
  }
}

async function expectOnce(openid: string): Promise<void> {
  const mine = output(await product.call('posts', 'mine', {}, openid));
  expect(mine.posts).toHaveLength(1);
}

test.each<[string, (operation: Operation) => boolean]>([
  ['has its turn', ({ action }) => action === 'database.startTransaction'],
  [
    'has stored the post',
    ({ action, collectionName }) => action === 'database.removeDocument' && collectionName === 'turns',
  ],
])('a form whose instance is lost when it %s is published once, seconds later', async (moment, isLast) => {
  const openid = await product.enrol(moment);
  const publish = () => product.call('posts', 'publish', draft, openid);
  const draft = aDraft('need');
  await killBefore(isLast, publish);
  await product.cloud.clock.advance(turnIsOverMs);
  output(await publish());
  await expectOnce(openid);
});

test('while the transaction of a lost instance holds the person, a call says busy in time', async () => {
  const openid = await product.enrol('held');
  const publish = () => product.call('posts', 'publish', draft, openid);
  const draft = aDraft('need');
  const stores = ({ action, collectionName }: Operation): boolean =>
    action === 'database.modifyDocument' && collectionName === 'records';
  await killBefore(stores, publish);
  await product.cloud.clock.advance(turnIsOverMs);
  // Only the platform ends such a transaction. Without an answer in time it would end the call as well.
  expect(await publish()).toMatchObject({ ok: false, error: { code: 'busy', retry: 'now' } });
  await product.cloud.clock.advance(transactionIsOverMs);
  output(await publish());
  await expectOnce(openid);
});
