import { aDraft } from '../../cloudfunctions/shared/testing/a-draft';
import { appoint } from '../../scripts/operators/appoint';
import { storeOf } from '../../scripts/operators/store';
import { blockedCases, unblock } from '../../scripts/operators/unblock';
import { verifyTrail } from '../../scripts/operators/verify-trail';
import { output, personIdOf, startProduct, type Product } from './product';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const minute = () => product.cloud.clock.advance(61_000, { fire: 'once' });
const volunteer = (name: string) => product.enrol(name, { role: 'volunteer' });
/** All answers that volunteers got. */
const seen: string[] = [];
const next = async (openid: string) => {
  const answer = output(await product.call('moderation', 'next', {}, openid));
  seen.push(JSON.stringify(answer));
  return answer;
};
const decide = (id: string, decision: 'block' | 'no-block', openid: string) =>
  product.call('moderation', 'decide', { id, decision }, openid);

test('two volunteers block a person: posts, numbers, a new account, a document and an erasure lead nowhere', async () => {
  const dealer = await product.enrol('dealer');
  const viewer = await product.enrol('viewer');
  const [one, two] = [await volunteer('one'), await volunteer('two')];
  const open = output(await product.call('posts', 'publish', aDraft('spare', { note: '' }), dealer));
  const { contact } = output(await product.call('contact', 'request', { postId: open.id }, viewer));
  expect(contact.state).toBe('open');
  output(await product.call('posts', 'publish', aDraft('spare', { note: '整箱布洛芬' }), dealer));

  const { item } = await next(one);
  const proposed = output(await product.call('moderation', 'proposeBlock', { id: item?.id ?? '' }, one));
  expect(proposed.item).toMatchObject({ id: item?.id, can: { proposeBlock: false } });
  output(
    await product.call(
      'moderation',
      'decide',
      { id: item?.id ?? '', decision: 'refuse', reason: 'selling' },
      one,
    ),
  );
  expect((await next(one)).item).toBeNull();
  const block = (await next(two)).item;
  expect(block).toMatchObject({ kind: 'block', post: null, can: { block: true, publish: false } });
  output(await decide(block?.id ?? '', 'block', two));

  expect(await product.call('posts', 'publish', aDraft('need'), dealer)).toMatchObject({
    error: { code: 'blocked' },
  });
  // Taken back within the minute, and decided again.
  output(await product.call('moderation', 'undo', { id: block?.id ?? '' }, two));
  expect(await product.call('posts', 'renew', { id: open.id }, dealer)).not.toMatchObject({
    error: { code: 'blocked' },
  });
  output(await decide(block?.id ?? '', 'block', two));
  for (let minutes = 0; minutes < 3; minutes += 1) await minute();

  expect(await product.call('posts', 'read', { id: open.id }, viewer)).toMatchObject({
    error: { code: 'post-closed' },
  });
  const [ended] = output(await product.call('contact', 'mine', {}, viewer)).contacts;
  expect(ended).toMatchObject({ state: 'ended', masked: null });

  const second = await product.enrol('second', { personId: personIdOf('dealer') });
  expect(await product.call('posts', 'publish', aDraft('need'), second)).toMatchObject({
    error: { code: 'blocked' },
  });
  output(await product.call('identity', 'eraseMyData', { confirm: true }, dealer));
  const third = await product.enrol('third', { personId: personIdOf('dealer'), personEpoch: 1 });
  expect(await product.call('posts', 'publish', aDraft('need'), third)).toMatchObject({
    error: { code: 'blocked' },
  });
});

test('a person who erases everything while a block is proposed is blocked all the same', async () => {
  const fleeing = await product.enrol('fleeing');
  const [proposer, decider] = [await volunteer('proposer'), await volunteer('decider')];
  output(await product.call('posts', 'publish', aDraft('spare', { note: '整箱布洛芬' }), fleeing));
  const { item } = await next(proposer);
  output(await product.call('moderation', 'proposeBlock', { id: item?.id ?? '' }, proposer));
  output(await product.call('identity', 'eraseMyData', { confirm: true }, fleeing));
  const block = (await next(decider)).item;
  expect(block?.kind).toBe('block');
  output(await decide(block?.id ?? '', 'block', decider));
  await minute();
  await minute();
  const again = await product.enrol('again', { personId: personIdOf('fleeing'), personEpoch: 1 });
  expect(await product.call('posts', 'publish', aDraft('need'), again)).toMatchObject({
    error: { code: 'blocked' },
  });
});

test('whom the command appoints or dismisses is in the chained trail', async () => {
  const store = storeOf(product.cloud.database);
  const openid = await product.enrol('first-operator');
  await appoint(store, openid, 'operator', product.cloud.clock.now());
  output(await product.call('moderation', 'statistics', {}, openid));
  await appoint(store, openid, 'member', product.cloud.clock.now());
  expect(await product.call('moderation', 'statistics', {}, openid)).toMatchObject({
    error: { code: 'not-allowed' },
  });
  await minute();
  const people = (await store.find('auditPeople', { subjectId: personIdOf('first-operator') }, 5)) as {
    _id: string;
  }[];
  const entries = await Promise.all(people.map(({ _id }) => store.find('auditEntries', { _id }, 1)));
  expect(entries.flat()).toMatchObject([
    { action: 'appoint', batch: expect.any(Number) as number },
    { action: 'dismiss', batch: expect.any(Number) as number },
  ]);
  expect((await verifyTrail(store)).fault).toBeNull();
  await expect(appoint(store, 'nobody', 'operator', 0)).rejects.toThrow('there is no account nobody');
});

test('the timer chains decisions, and a changed or removed entry is found', async () => {
  const store = storeOf(product.cloud.database);
  const whole = await verifyTrail(store);
  expect(whole).toMatchObject({ fault: null, unchained: 0 });
  expect(whole.entries).toBeGreaterThanOrEqual(5);
  const [entry] = (await store.find('auditEntries', { action: 'refuse' }, 1)) as { _id: string }[];
  await store.update('auditEntries', entry?._id ?? '', { reason: 'duplicate' });
  expect((await verifyTrail(store)).fault?.sentence).toBe(`entry ${entry?._id} was changed`);
  await store.update('auditEntries', entry?._id ?? '', { reason: 'selling' });
  expect((await verifyTrail(store)).fault).toBeNull();
  const [batch] = (await store.find('auditBatches', { batch: 1 }, 1)) as { _id: string; atMs: number }[];
  await store.update('auditBatches', batch?._id ?? '', { atMs: 1 });
  expect((await verifyTrail(store)).fault?.sentence).toBe('the batch was changed');
  await store.update('auditBatches', batch?._id ?? '', { atMs: batch?.atMs });
});

test('an entry that was added, and a chain that was cut short, are found', async () => {
  const store = storeOf(product.cloud.database);
  const whole = await verifyTrail(store);
  expect((await verifyTrail(store, { logged: whole.hash })).fault).toBeNull();
  const forged = {
    _id: 'f'.repeat(32),
    caseId: 'c'.repeat(32),
    action: 'unblock',
    reason: null,
    atMs: 1,
    batch: 1,
  };
  await store.insert('auditEntries', forged);
  expect((await verifyTrail(store)).fault).toEqual({ batch: 1, sentence: `entry ${forged._id} was added` });
  await store.remove('auditEntries', forged._id);
  const [head] = (await store.find('auditHeads', { _id: 'head' }, 1)) as { batch: number; hash: string }[];
  const last = head ?? { batch: 0, hash: '' };
  const [batch] = (await store.find('auditBatches', { batch: last.batch }, 1)) as { previous: string }[];
  await store.update('auditHeads', 'head', { batch: last.batch - 1, hash: batch?.previous });
  expect((await verifyTrail(store)).fault?.sentence).toBe('a batch is stored after the last one');
  // Also with the batch gone, the chain lacks the hash that the log has.
  const kept = (await store.find('auditBatches', { batch: last.batch }, 1)) as { _id: string }[];
  await store.remove('auditBatches', kept[0]?._id ?? '');
  expect((await verifyTrail(store)).fault).toBeNull();
  expect((await verifyTrail(store, { logged: whole.hash })).fault?.sentence).toBe(
    `no batch has the hash ${whole.hash}`,
  );
  await store.insert('auditBatches', kept[0] ?? {});
  await store.update('auditHeads', 'head', last);
  expect((await verifyTrail(store)).fault).toBeNull();
});

test('the command lifts a block by a message of the blocked person, and the trail has it', async () => {
  const store = storeOf(product.cloud.database);
  const wronged = await product.enrol('wronged');
  const [proposer, decider] = [await volunteer('hasty'), await volunteer('hastier')];
  output(await product.call('posts', 'publish', aDraft('spare', { note: '整箱布洛芬' }), wronged));
  for (let { item } = await next(proposer); item && item.kind !== 'block';) {
    output(await product.call('moderation', 'proposeBlock', { id: item.id }, proposer));
    const refusal = { id: item.id, decision: 'refuse', reason: 'selling' } as const;
    ({ item } = output(await product.call('moderation', 'decide', refusal, proposer)));
  }
  output(await decide((await next(decider)).item?.id ?? '', 'block', decider));
  const message = { kind: 'other', text: '我没有卖药，为什么停用我', error: null } as const;
  const sent = output(await product.call('moderation', 'sendFeedback', message, wronged));
  const cases = await blockedCases(store);
  await unblock(store, sent.messages[0]?.id, product.cloud.clock.now());
  expect((await blockedCases(store)).length).toBe(cases.length - 1);
  expect((await product.call('posts', 'publish', aDraft('need', { note: '' }), wronged)).ok).toBe(true);
  await minute();
  expect(await store.count('auditEntries', { action: 'unblock' })).toBe(1);
  expect((await verifyTrail(store)).fault).toBeNull();
  await expect(unblock(store, 'd'.repeat(32), 0)).rejects.toThrow('no block belongs to');
});

test('no entry of the trail names a person, and no answer of the queue contains a person or an account', async () => {
  const store = storeOf(product.cloud.database);
  const entries = JSON.stringify(await store.find('auditEntries', {}, 1000));
  for (const name of ['dealer', 'viewer', 'one', 'two']) {
    expect(entries).not.toContain(personIdOf(name));
    expect(seen.join()).not.toContain(personIdOf(name));
    expect(seen.join()).not.toContain(`openid-${name}`);
  }
  expect(seen.join()).not.toMatch(/112\.9|28\.2|测\*|\b1[3-9]\d{9}\b/);
});
