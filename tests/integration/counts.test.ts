import { aDraft, yuelu } from '../../cloudfunctions/shared/testing/a-draft';
import { hourOf } from '../../cloudfunctions/shared/contract/counted';
import { newPerson } from '../../cloudfunctions/shared/domain/person';
import { storeOf } from '../../scripts/operators/store';
import { booksOf, documents } from './contact-ledger';
import { output, personIdOf, startProduct, type Product } from './product';

const zhuzhou = { point: [113.134, 27.828] as [number, number], adcode: '430204' };
const startMs = Date.parse('2022-12-20T10:00:00+08:00');
const minuteMs = 60_000;

let product: Product;
let operator: string;
beforeAll(async () => {
  product = await startProduct({ nowMs: startMs });
  operator = await product.enrol('operator', { role: 'operator' });
  await product.enrol('helper');
});
afterAll(() => product.close());

const publish = async (name: string, place = yuelu) =>
  output(await product.call('posts', 'publish', aDraft('need', { place }), await product.enrol(name)));
const achieved = async (region: string) => output(await product.call('search', 'achieved', { region }));
const operations = async () => output(await product.call('moderation', 'operations', {}, operator));

test('posts, contacts and solved needs reach the operators’ page within a minute', async () => {
  for (let i = 0; i < 12; i += 1) {
    const { id } = await publish(`changsha-${i}`);
    if (i === 0) {
      output(await product.call('contact', 'request', { postId: id }, 'openid-helper'));
      await product.cloud.clock.advance(20 * minuteMs);
      output(await product.call('posts', 'fulfil', { id }, 'openid-changsha-0'));
    }
  }
  for (let i = 0; i < 3; i += 1) await publish(`zhuzhou-${i}`, zhuzhou);
  await product.cloud.clock.advance(minuteMs, { fire: 'once' });
  for (const [call, input] of [['mine', {}]] as const)
    output(await product.call('posts', call, input, operator));
  const { hours, functions, regions, numbers } = await operations();
  expect(hours.at(-1)).toMatchObject({ need: 15, spare: 0, solved: 1, contact: 1, failed: 0 });
  expect(functions.find(({ name }) => name === 'posts')?.calls).toBeGreaterThanOrEqual(16);
  expect(regions).toMatchObject([{ code: '430000', need: 15, solved: 1, contacted: 1 }]);
  expect(numbers?.pool).toBeGreaterThan(0);
});

test('a day is shown when it is over, without a number about fewer than ten people', async () => {
  expect((await achieved('430000')).total.need).toBeNull();
  await product.cloud.clock.advance(14.5 * 3_600_000, { fire: 'once' });
  await product.cloud.clock.advance(minuteMs, { fire: 'once' });
  const hunan = await achieved('430000');
  expect(hunan.days.at(-1)).toBe('2022-12-20');
  // Zhuzhou is three people, and Changsha would reveal them.
  expect(hunan).toMatchObject({ total: { need: 15, solved: null, helpMinutes: null }, below: [] });
  expect((await achieved('nation')).below).toMatchObject([{ code: '430000', need: 15 }]);
  expect(hunan.items[0]?.days.at(-1)?.need).toBeGreaterThanOrEqual(15);
});

test('an operator is notified once an hour of what is out of bounds', async () => {
  const store = storeOf(product.cloud.database);
  await product.cloud.database.bulkLoad('persons', [newPerson(personIdOf('operator'))]);
  const news = async () => output(await product.call('news', 'mine', {}, operator)).news;
  await product.cloud.clock.advance(minuteMs, { fire: 'once' });
  expect(await news()).toEqual([]);
  const { atMs } = hourOf(product.cloud.clock.now());
  const counts = { 'provider:masked-number_isv_NO_NUMBER': 25, 'call:contact:request:carrier-down': 25 };
  await store.insert('counts', { _id: `hour-${atMs}-9`, kind: 'hour', atMs, province: null, counts });
  for (let minute = 0; minute < 3; minute += 1) await product.cloud.clock.advance(minuteMs, { fire: 'once' });
  expect(await news()).toMatchObject([{ kind: 'alarm', facts: { text: '服务商拒绝了 25 次。' } }]);
});

test('what is counted names no person', async () => {
  const stored = JSON.stringify(await documents(booksOf(product), 'counts'));
  expect(stored).toContain('430100:need');
  expect(stored).not.toMatch(/openid|changsha-|[0-9a-f]{32}|1[3-9]\d{9}(?!\d)|28\.2/);
});

test('only operators see how the service runs', async () => {
  expect(await product.call('moderation', 'operations', {}, 'openid-helper')).toMatchObject({
    ok: false,
    error: { code: 'not-allowed' },
  });
});

test('after two weeks only the shown days are left', async () => {
  await product.cloud.clock.advance(16 * 86_400_000, { fire: 'once' });
  await product.cloud.clock.advance(minuteMs, { fire: 'once' });
  const kinds = (await documents(booksOf(product), 'counts')) as { kind: string; atMs: number }[];
  const old = kinds.filter(({ atMs }) => atMs < startMs + 86_400_000);
  expect(old.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['shown']));
  expect(old.filter(({ kind }) => kind !== 'shown')).toEqual([]);
});
