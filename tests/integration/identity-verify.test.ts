import { chinaDay } from '../../miniprogram/facts/china-time';
import { totalIdOf } from '../../cloudfunctions/identity/total-checks';
import { campaign } from '../../cloudfunctions/shared/kernel/campaign';
import { output, startProduct, type Product } from './product';
import { uploadPictures } from './upload-picture';

let product: Product;
beforeAll(async () => {
  product = await startProduct({ nowMs: Date.parse('2022-12-20T10:00:00+08:00') });
});
afterAll(() => product.close());

const ask = (openid: string, name: string, idNumber: string) =>
  product.call('identity', 'verify', { name, idNumber, consent: true }, openid);
/** Binds the phone first if that has not been done. */
async function verify(openid: string, name: string, idNumber: string) {
  const self = output(await product.call('identity', 'me', {}, openid));
  if (!self.phoneBound) output(await bind(openid));
  return ask(openid, name, idNumber);
}
const cardOf = (openid: string) => product.providers.register.cardOf(openid);
const bind = (openid: string) =>
  product.call('identity', 'bindPhone', { code: product.providers.wechat.issuePhoneCode(openid) }, openid);

/** Checks that the service has billed. */
async function charged(): Promise<number> {
  const answer = await fetch(`${product.providers.env.FACEID_PROXY_ORIGIN ?? ''}/usage`);
  return Number(/"IdCardVerification":(\d+)/.exec(await answer.text())?.[1] ?? 0);
}

test('the phone comes first, then name and number verify, once', async () => {
  const { name, idNumber } = cardOf('resident-1');
  const free = await charged();
  expect(await ask('first', name, idNumber)).toMatchObject({ error: { code: 'phone-required' } });
  expect(await charged()).toBe(free);
  expect(output(await bind('first'))).toMatchObject({ phoneBound: true, can: { publish: false } });
  expect(output(await ask('first', name, ` ${idNumber.toLowerCase()} `))).toMatchObject({
    verification: 'verified',
    maskedName: `${name[0] ?? ''}*`,
    can: { publish: true, contact: true },
  });
  const before = await charged();
  output(await ask('first', name, idNumber));
  expect(await charged()).toBe(before);
  const other = cardOf('resident-2');
  expect(await verify('first', other.name, other.idNumber)).toMatchObject({
    error: { code: 'already-verified' },
  });
});

test.each([
  ['a wrong check digit', '李静', '119900197001010231', 'id-number-invalid'],
  ['a day that is none', '李静', '119900197002300001', 'id-number-invalid'],
  ['a child', '陈小雨', '119900201206010217', 'under-age'],
  ['a residence permit', '李静', '810000199001010019', 'document-route'],
  ['a name in letters', 'Anna Schmidt', '119900197001010230', 'name-invalid'],
])('%s is refused before anything is charged', async (_what, name, idNumber, code) => {
  const before = await charged();
  expect(await verify('careless', name, idNumber)).toMatchObject({ error: { code } });
  expect(await charged()).toBe(before);
});

test.each([
  ['nobody in the register', '无名氏', '119900197001010230', 'verification-no-record'],
  ['a register out of order', '欧阳断线', '119900197101010246', 'verification-source-fault'],
  ['another name', '李不静', '119900198509090256', 'verification-mismatch'],
])('%s has a sentence of its own', async (what, name, idNumber, code) => {
  expect(await verify(`answers-${code}`, name, idNumber)).toMatchObject({ error: { code } });
  expect(what).not.toBe('');
});

/** A different wrong name each time, because the same bytes twice in a second are a replay to the service. */
const wrongName = (i: number) => `王错${'甲乙丙丁戊己庚辛壬癸子丑'[i] ?? ''}`;

test('a fourth try of the day is refused to an account, and the next day is new', async () => {
  const before = await charged();
  for (let i = 4; i < 7; i += 1) await verify('busy-guesser', '王错错', cardOf(`resident-${i}`).idNumber);
  const fourth = cardOf('resident-8');
  expect(await verify('busy-guesser', fourth.name, fourth.idNumber)).toMatchObject({
    error: { code: 'verification-limit' },
  });
  expect(await charged()).toBe(before + 3);
  await product.cloud.clock.advance(24 * 3_600_000, { fire: 'once' });
  expect(await verify('busy-guesser', fourth.name, fourth.idNumber)).toMatchObject({ ok: true });
});

test('a person who knows a number can use up only their own tries: its owner is let in', async () => {
  const { name, idNumber } = cardOf('resident-3');
  for (let i = 0; i < 5; i += 1)
    expect(await verify(`guesser-${i}`, wrongName(i), idNumber)).toMatchObject({
      error: { code: 'verification-mismatch' },
    });
  const before = await charged();
  // After so many tries of the number today each account has a single one, and guesser-0 has used its own.
  expect(await verify('guesser-0', wrongName(6), idNumber)).toMatchObject({
    error: { code: 'verification-limit' },
  });
  expect(await charged()).toBe(before);
  expect(await verify('owner-of-3', name, idNumber)).toMatchObject({ ok: true });
});

test('new strangers cannot use up a number: an older account has a try, and a document is always possible', async () => {
  const { name, idNumber } = cardOf('resident-12');
  output(await bind('owner-of-12'));
  await product.cloud.clock.advance(24 * 3_600_000, { fire: 'once' });
  const codes = new Set<string>();
  for (let i = 0; i < 12; i += 1) {
    const answer = await verify(`stranger-${i}`, wrongName(i), idNumber);
    codes.add(answer.ok ? 'ok' : answer.error.code);
  }
  expect([...codes]).toEqual(['verification-mismatch', 'verification-source-limit']);
  output(await bind('newcomer-12'));
  const document = {
    kind: 'resident' as const,
    name,
    number: idNumber,
    bornOn: `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`,
    photoFileIds: await uploadPictures(product, 'newcomer-12'),
    consent: true as const,
  };
  expect(await product.call('identity', 'submitDocument', document, 'newcomer-12')).toMatchObject({
    ok: true,
  });
  output(await product.call('identity', 'eraseMyData', { confirm: true }, 'newcomer-12'));
  expect(await ask('owner-of-12', name, idNumber)).toMatchObject({ ok: true });
});

test('accounts on one phone share their tries', async () => {
  const phone = product.providers.wechat.issuePhoneCode;
  const openids = ['same-1', 'same-2', 'same-3', 'same-4'];
  for (const openid of openids)
    output(await product.call('identity', 'bindPhone', { code: phone('same-1') }, openid));
  const codes = [];
  for (const [i, openid] of openids.entries()) {
    const answer = await ask(openid, wrongName(i), cardOf(`resident-2${i}`).idNumber);
    codes.push(answer.ok ? 'ok' : answer.error.code);
  }
  expect(codes.at(-1)).toBe('verification-limit');
});

test('a source that does not answer costs no try', async () => {
  const { name, idNumber } = cardOf('resident-13');
  product.providers.faults.faceid.add({ kind: 'down' });
  for (let i = 0; i < 5; i += 1)
    expect(await verify('outage', name, idNumber)).toMatchObject({ error: { code: 'verification-down' } });
  product.providers.faults.faceid.clear();
  expect(await verify('outage', name, idNumber)).toMatchObject({ ok: true });
});

test("name and number alone attach no account to a person: one of the person's accounts allows it", async () => {
  const { name, idNumber } = cardOf('resident-14');
  output(await verify('owner-of-14', name, idNumber));
  // The same bytes twice in a second are a replay to the service.
  await product.cloud.clock.advance(2_000);
  expect(await verify('thief', name, idNumber)).toMatchObject({ error: { code: 'join-not-allowed' } });
  output(await product.call('identity', 'allowAccount', {}, 'owner-of-14'));
  await product.cloud.clock.advance(2_000);
  expect(await verify('second-phone', name, idNumber)).toMatchObject({ ok: true });
  // The permission ends with its use.
  expect(await verify('thief', name, idNumber)).toMatchObject({ ok: false });
});

test('a phone belongs to few people', async () => {
  const codes = [];
  for (let i = 0; i < 4; i += 1) {
    const openid = `phone-market-${i}`;
    const code = product.providers.wechat.issuePhoneCode('phone-market');
    output(await product.call('identity', 'bindPhone', { code }, openid));
    const { name, idNumber } = cardOf(`resident-3${i}`);
    const answer = await ask(openid, name, idNumber);
    codes.push(answer.ok ? 'ok' : answer.error.code);
  }
  expect(codes.slice(0, 3)).toEqual(['ok', 'ok', 'ok']);
  expect(['phone-of-others', 'verification-limit']).toContain(codes[3]);
});

test('twelve simultaneous tries of an account charge three', async () => {
  const { idNumber } = cardOf('resident-9');
  output(await bind('rush'));
  const before = await charged();
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, i) => ask('rush', wrongName(i), idNumber)),
  );
  const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.error.code));
  expect(codes.filter((code) => code === 'verification-mismatch')).toHaveLength(3);
  expect(codes.filter((code) => code === 'verification-limit')).toHaveLength(9);
  expect(await charged()).toBe(before + 3);
});

test('a service that refuses or is down costs no try', async () => {
  const { name, idNumber } = cardOf('resident-10');
  product.providers.faults.faceid.add({ kind: 'error', code: 'RequestLimitExceeded' });
  for (let i = 0; i < 4; i += 1)
    expect(await verify('patient', name, idNumber)).toMatchObject({ error: { code: 'busy' } });
  product.providers.faults.faceid.clear();
  expect(await verify('patient', name, idNumber)).toMatchObject({ ok: true });
});

test('a phone code works once', async () => {
  const code = product.providers.wechat.issuePhoneCode('coder');
  expect(await product.call('identity', 'bindPhone', { code }, 'coder')).toMatchObject({ ok: true });
  expect(await product.call('identity', 'bindPhone', { code }, 'coder')).toMatchObject({
    error: { code: 'phone-code-invalid' },
  });
});

test('when the environment has asked for more than a day’s checks the operator is alarmed, and the door stays open', async () => {
  await product.cloud.clock.advance(24 * 3_600_000, { fire: 'once' });
  const nowMs = product.cloud.clock.now();
  const calls = 50 * campaign.limits.identityChecksPerDay;
  const total = { _id: totalIdOf(chinaDay(nowMs)), calls, untilMs: nowMs + 24 * 3_600_000 };
  await product.cloud.database.bulkLoad('spending', [total]);
  const { name, idNumber } = cardOf('resident-of-a-busy-day');
  const answer = await verify('busy-day', name, idNumber);
  expect(output(answer)).toMatchObject({ verification: 'verified' });
  const log = product.cloud.logs(answer.requestId).map(({ text }) => text);
  expect(log.join('')).toContain('more than expected today');
});
