import { aDraft } from '../../cloudfunctions/shared/testing/a-draft';
import { randomUUID } from 'node:crypto';
import { booksOf, leaks, readLedger } from './contact-ledger';
import { storeOf } from '../../scripts/operators/store';
import { output, startProduct, type Product } from './product';

let product: Product;
let right: Product['environment'];
beforeAll(async () => {
  product = await startProduct();
  right = { ...product.environment };
});
afterAll(() => product.close());
afterEach(() => set({}));

/** From now on the functions have these settings; all others are right. */
function set(changes: Product['environment']): void {
  for (const name of Object.keys(product.environment)) delete product.environment[name];
  Object.assign(product.environment, right, changes);
  product.cloud.reloadFunctions();
}

/** The operator's log of a request. */
const logOf = (requestId: string): string =>
  product.cloud
    .logs(requestId)
    .map(({ text }) => text)
    .join('');

const anotherKey = Buffer.alloc(32, 'another').toString('base64');
const notUsers = /稍后|再试/;

describe('a contact with a wrong setting', () => {
  test.each([
    ['ALIYUN_ACCESS_KEY_SECRET', 'wrong', 'carrier-misconfigured', 'does not belong to ALIYUN_ACCESS_KEY_ID'],
    ['ALIYUN_ACCESS_KEY_ID', 'LTAIwrong', 'carrier-misconfigured', 'ALIYUN_ACCESS_KEY_ID is not known'],
    [
      'DYPLS_POOL_KEY',
      'FC-wrong',
      'carrier-misconfigured',
      'DYPLS_POOL_KEY, or a number of the collection numbers, is not of',
    ],
    ['MASKED_NUMBER_MODE', 'axn-extension', 'carrier-misconfigured', 'MASKED_NUMBER_MODE does not fit'],
    ['MASKED_NUMBER_MODE', 'pigeon', 'misconfigured', 'MASKED_NUMBER_MODE is not one of axb'],
    ['ALIYUN_ACCESS_KEY_ID', '', 'misconfigured', 'ALIYUN_ACCESS_KEY_ID is not set'],
    ['DYPLS_ENDPOINT', 'dyplsapi.cn', 'misconfigured', 'DYPLS_ENDPOINT is not of the form'],
    ['MODERATION_KEY', 'short', 'misconfigured', 'MODERATION_KEY is not 32 bytes'],
    ['PHONE_KEY_V1', '', 'misconfigured', 'PHONE_KEY_V1 is not set'],
    ['PHONE_KEY_V1', 'short', 'misconfigured', 'PHONE_KEY_V1 is not 32 bytes'],
    ['PHONE_KEY_V1', anotherKey, 'misconfigured', 'PHONE_KEY_V1 does not open a stored phone'],
  ])('%s=%s is reported to user and operator, and costs no contact', async (name, value, code, sentence) => {
    const poster = await product.enrol(`poster-${randomUUID()}`);
    const { id: postId } = output(await product.call('posts', 'publish', aDraft('spare'), poster));
    const viewer = await product.enrol(`viewer-${randomUUID()}`);
    set({ [name]: value });
    const answer = await product.call('contact', 'request', { postId }, viewer);
    expect(answer).toMatchObject({ ok: false, error: { code } });
    const told = answer.ok ? '' : answer.error.message;
    expect(told).toMatch(/联系管理员/);
    expect(told).not.toMatch(notUsers);
    expect(logOf(answer.requestId)).toContain(sentence);
    if (value !== '') expect(logOf(answer.requestId)).not.toContain(value);
    expect(output(await product.call('contact', 'mine', {}, viewer))).toMatchObject({
      contacts: [],
      quota: { left: 5 },
    });
    expect(leaks(await readLedger(booksOf(product)))).toEqual([]);
  });

  test('a number of the carrier that is not listed is noticed with its first contact, and listed', async () => {
    const poster = await product.enrol('half-a-pool');
    const { id: postId } = output(await product.call('posts', 'publish', aDraft('spare'), poster));
    const store = storeOf(product.cloud.database);
    for (const number of product.providers.numbers) await store.remove('numbers', number);
    product.cloud.reloadFunctions();
    const answer = await product.call('contact', 'request', { postId }, await product.enrol('unlisted'));
    expect(answer).toMatchObject({ ok: true });
    expect(logOf(answer.requestId)).toContain('a number that the collection numbers lacked');
    const bound = product.providers.subscriptions.all().map(({ x }) => x);
    const listed = (await store.find('numbers', {}, 1000)) as { _id: string }[];
    expect(bound).toEqual(expect.arrayContaining(listed.map(({ _id }) => _id)));
    expect(listed).toHaveLength(1);
  });
});

test('a broken entry of the list of numbers costs no contact', async () => {
  const store = storeOf(product.cloud.database);
  for (const number of product.providers.numbers) {
    await store.remove('numbers', number);
    await store.insert('numbers', { _id: number, addedAtMs: 'yesterday' });
  }
  product.cloud.reloadFunctions();
  const poster = await product.enrol('broken-list');
  const { id: postId } = output(await product.call('posts', 'publish', aDraft('spare'), poster));
  const viewer = await product.enrol('through-broken-list');
  expect(output(await product.call('contact', 'request', { postId }, viewer)).contact.can.call).toBe(true);
  expect(leaks(await readLedger(booksOf(product)))).toEqual([]);
});

describe('a check of a name with a wrong setting', () => {
  test.each([
    ['TENCENT_SECRET_KEY', 'wrong', 'verification-misconfigured', 'TENCENT_SECRET_KEY does not belong to'],
    ['TENCENT_SECRET_ID', 'AKIDwrong', 'verification-misconfigured', 'TENCENT_SECRET_ID is not known'],
    ['TENCENT_SECRET_ID', '', 'misconfigured', 'TENCENT_SECRET_ID is not set'],
    ['ID_HASH_KEY', '', 'misconfigured', 'ID_HASH_KEY is not set'],
    ['ID_HASH_KEY', 'short', 'misconfigured', 'ID_HASH_KEY is not 32 bytes'],
  ])('%s=%s is reported to user and operator, and costs no try', async (name, value, code, sentence) => {
    const openid = `verifying-${randomUUID()}`;
    const card = product.providers.register.cardOf(openid);
    const wish = { name: card.name, idNumber: card.idNumber, consent: true as const };
    const phone = { code: product.providers.wechat.issuePhoneCode(openid) };
    expect(await product.call('identity', 'bindPhone', phone, openid)).toMatchObject({ ok: true });
    set({ [name]: value });
    for (let tries = 0; tries < 4; tries += 1) {
      const answer = await product.call('identity', 'verify', wish, openid);
      if (tries > 0 && !answer.ok && answer.error.code === 'busy') continue;
      expect(answer).toMatchObject({ ok: false, error: { code } });
      const told = answer.ok ? '' : answer.error.message;
      expect(told).toMatch(/联系管理员。您填的内容没有问题/);
      expect(told).not.toMatch(notUsers);
      expect(logOf(answer.requestId)).toContain(sentence);
    }
    set({});
    expect(await product.call('identity', 'verify', wish, openid)).toMatchObject({ ok: true });
  });

  test('a phone that cannot be sealed is reported before WeChat is asked', async () => {
    const openid = 'unsealed';
    const code = product.providers.wechat.issuePhoneCode(openid);
    set({ PHONE_KEY_V1: 'short' });
    const answer = await product.call('identity', 'bindPhone', { code }, openid);
    expect(answer).toMatchObject({ error: { code: 'misconfigured' } });
    expect(logOf(answer.requestId)).toContain('PHONE_KEY_V1 is not 32 bytes');
    set({});
    expect(await product.call('identity', 'bindPhone', { code }, openid)).toMatchObject({ ok: true });
  });
});
