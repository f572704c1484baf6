import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { campaign as released } from '../../local/seed/catalogue';
import { changeFromFile, goBack } from '../../scripts/operators/change-campaign';
import { verifyTrail } from '../../scripts/operators/verify-trail';
import { storeOf } from '../../scripts/operators/store';
import { aDraft, yuelu } from '../../cloudfunctions/shared/testing/a-draft';
import { output, startProduct, type Product } from './product';

let product: Product;
let operator: string;
beforeAll(async () => {
  product = await startProduct();
  operator = await product.enrol('operator', { role: 'operator' });
});
afterAll(() => product.close());

const halfAMinute = () => product.cloud.clock.advance(31_000, { fire: 'once' });
const running = async () => output(await product.call('search', 'campaign', {})).campaign;
const change = (after: number, changes: object, reason = '试一试') =>
  product.call('moderation', 'changeCampaign', { after, changes: JSON.stringify(changes), reason }, operator);
const known = async () => output(await product.call('moderation', 'campaignChanges', {}, operator));

test('a change runs in every function within half a minute, boards name the new version, and one tap goes back', async () => {
  const search = async () =>
    output(await product.call('search', 'nearby', { board: 'need', place: yuelu })).campaignVersion;
  const donor = await product.enrol('donor');
  const publish = async () => output(await product.call('posts', 'publish', aDraft('need'), donor));
  expect(await running()).toEqual(released);
  const before = await search();
  const first = await publish();
  const notice = { text: '今晚十点维护。', english: '' };
  expect(output(await change(0, { notice, limits: { needHours: 1, renewalMinutes: 60 } }))).toEqual({
    number: 1,
    faults: [],
  });
  await halfAMinute();
  expect(await running()).toMatchObject({
    notice,
    limits: { ...released.limits, needHours: 1, renewalMinutes: 60 },
  });
  expect(await search()).not.toBe(before);
  const second = await publish();
  const hours = ({ publishedAtMs, expiresAtMs }: typeof first) => (expiresAtMs - publishedAtMs) / 3_600_000;
  expect([hours(first), hours(second)]).toEqual([released.limits.needHours, 1]);

  expect(output(await change(1, {}, '回到发布时的内容'))).toEqual({ number: 2, faults: [] });
  await halfAMinute();
  expect(await running()).toEqual(released);
  expect(await search()).toBe(before);
  expect((await known()).history.map(({ number, reason }) => [number, reason])).toEqual([
    [2, '回到发布时的内容'],
    [1, '试一试'],
  ]);
});

test('a draft with faults changes nothing, nor does one that is only checked', async () => {
  const { number } = await known();
  expect(output(await change(number, { wanted: ['unicorn'] }))).toEqual({
    number,
    faults: ['wanted：没有 unicorn。'],
  });
  const checked = { after: number, changes: '{"tips":[]}', reason: '看看', onlyCheck: true };
  expect(output(await product.call('moderation', 'changeCampaign', checked, operator)).faults).toEqual([]);
  expect((await known()).number).toBe(number);
});

test('of two operators who change the same campaign at once, one is refused', async () => {
  const { number } = await known();
  const both = await Promise.all([change(number, { tips: ['一'] }), change(number, { tips: ['二'] })]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'campaign-changed' } });
});

test('the command goes back, too, and the trail of decisions knows each change', async () => {
  const store = storeOf(product.cloud.database);
  const { number } = await known();
  expect(await goBack(store, '1', product.cloud.clock.now())).toBe(number + 1);
  await expect(goBack(store, '77', 0)).rejects.toThrow('there is no change 77');
  await halfAMinute();
  expect(await running()).toMatchObject({ notice: { text: '今晚十点维护。' } });
  expect(await store.count('auditEntries', { action: 'change-campaign' })).toBe(number + 1);
  expect((await verifyTrail(store)).fault).toBeFalsy();
});

test('a file holds only what changes now, and what was changed before stays', async () => {
  const store = storeOf(product.cloud.database);
  const dir = mkdtempSync(join(tmpdir(), 'change-'));
  try {
    const write = (name: string, changes: object): string => {
      writeFileSync(join(dir, name), JSON.stringify(changes));
      return join(dir, name);
    };
    await changeFromFile(store, [write('fewer', { limits: { contactsPerDay: 3 } }), '贩子多'], 0);
    const notice = { text: '实名核验暂时用不了。', english: '' };
    await changeFromFile(store, [write('notice', { notice }), '通知'], 0);
    await halfAMinute();
    expect(await running()).toMatchObject({ notice, limits: { contactsPerDay: 3, needHours: 1 } });
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});

test('a change that no longer fits a newer release is left out, and the product goes on', async () => {
  const store = storeOf(product.cloud.database);
  await store.update('campaignChanges', 'current', { changes: '{"limits":{"gone":1}}' });
  await halfAMinute();
  expect((await running())?.limits.needHours).toBe(1);
});
