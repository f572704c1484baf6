import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentCheckDocument } from '../../cloudfunctions/shared/contract/check-document';
import { storeOf } from '../../scripts/operators/store';
import { verifyTrail } from '../../scripts/operators/verify-trail';
import { output, personIdOf, startProduct, type Product } from './product';
import { uploadPictures } from './upload-picture';

let product: Product;
let first: string;
let second: string;
beforeAll(async () => {
  product = await startProduct({ nowMs: Date.parse('2022-12-20T10:00:00+08:00') });
  first = await product.enrol('operator', { role: 'operator' });
  second = await product.enrol('second-operator', { role: 'operator' });
});
afterAll(() => product.close());

/** A person's passport, by the person's openid. */
const passportOf = (openid: string) => ({
  name: 'Anna Schmidt',
  number: `P${Buffer.from(openid).toString('hex').slice(0, 14)}`,
});
const ofTheTenth = () => `${'0'.repeat(8)}${randomBytes(12).toString('hex')}`;
const ofTheOthers = () => `${'0'.repeat(7)}1${randomBytes(12).toString('hex')}`;

/** Hands in a passport whose case id says whether it gets a second look; answers the check's id. */
async function handIn(openid: string, caseId: string): Promise<string> {
  const code = product.providers.wechat.issuePhoneCode(openid);
  output(await product.call('identity', 'bindPhone', { code }, openid));
  const photoFileIds = await uploadPictures(product, openid);
  const input = {
    kind: 'passport',
    ...passportOf(openid),
    bornOn: '1980-02-29',
    photoFileIds,
    consent: true,
  } as const;
  output(await product.call('identity', 'submitDocument', input, openid));
  const store = storeOf(product.cloud.database);
  const [check] = (await store.find('documentChecks', { account: openid }, 1)) as DocumentCheckDocument[];
  await store.update('documentChecks', check?._id ?? '', { caseId });
  return check?._id ?? '';
}

const accept = (id: string, openid: string, operator: string) =>
  product.call(
    'identity',
    'decideDocument',
    { id, decision: 'accept', nameRead: passportOf(openid).name, numberRead: passportOf(openid).number },
    operator,
  );
const refuse = (id: string, operator: string) =>
  product.call('identity', 'decideDocument', { id, decision: 'refuse', reason: 'differs' }, operator);
const queue = async (operator: string) =>
  output(await product.call('identity', 'documentQueue', {}, operator));
const verificationOf = async (openid: string) =>
  output(await product.call('identity', 'me', {}, openid)).verification;
const figures = async () => output(await product.call('moderation', 'statistics', {}, first)).documents;
/** The stored files, without the notes of who uploaded them. */
const files = () =>
  readdirSync(join(product.dataDir, 'files'), { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.name.endsWith('.owner'),
  ).length;
/** Long enough for the timers to delete every upload that no document holds. */
const uploadsGo = () => product.cloud.clock.advance(3 * 3_600_000, { fire: 'once' });

test('a tenth is decided by another operator too, and both decisions are in the chained trail', async () => {
  const caseId = ofTheTenth();
  const before = await figures();
  const id = await handIn('seen-twice', caseId);
  output(await accept(id, 'seen-twice', first));
  expect(await verificationOf('seen-twice')).toBe('verified');
  expect(await queue(first)).toMatchObject({ documents: [], waiting: 0 });
  expect(await refuse(id, first)).toMatchObject({ error: { code: 'document-decided' } });
  const { documents, waiting } = await queue(second);
  expect(waiting).toBe(1);
  expect(documents).toMatchObject([{ id, isSecondLook: true, mayLeave: false }]);
  expect(documents[0]?.photoUrls).toHaveLength(1);
  output(await refuse(id, second));
  expect(await figures()).toEqual({ ...before, disagreed: before.disagreed + 1 });
  expect(await verificationOf('seen-twice')).toBe('verified');
  expect(await refuse(id, second)).toMatchObject({ error: { code: 'document-decided' } });
  await uploadsGo();
  expect(files()).toBe(0);

  const store = storeOf(product.cloud.database);
  const entries = await store.find('auditEntries', { caseId }, 10);
  expect(entries).toMatchObject([
    { action: 'document-accept', reason: null },
    { action: 'document-disagree', reason: 'differs' },
  ]);
  for (const secret of ['seen-twice', personIdOf('operator'), personIdOf('second-operator')])
    expect(JSON.stringify(entries)).not.toContain(secret);
  expect(await verifyTrail(store)).toMatchObject({ entries: 2, unchained: 0, fault: null });
  const [entry] = entries as { _id: string }[];
  await store.update('auditEntries', entry?._id ?? '', { action: 'document-refuse' });
  expect((await verifyTrail(store)).fault?.sentence).toContain('was changed');
  await store.update('auditEntries', entry?._id ?? '', { action: 'document-accept' });
});

test('nine of ten are decided once, and their pictures go with the decision', async () => {
  const id = await handIn('seen-once', ofTheOthers());
  output(await accept(id, 'seen-once', first));
  expect(await queue(second)).toMatchObject({ documents: [], waiting: 0 });
  expect(await refuse(id, second)).toMatchObject({ error: { code: 'document-decided' } });
  await uploadsGo();
  expect(files()).toBe(0);
});

test('a wrong refusal becomes an acceptance, and the person reads it', async () => {
  const before = await figures();
  const id = await handIn('refused-wrongly', ofTheTenth());
  output(await refuse(id, first));
  expect(await verificationOf('refused-wrongly')).toBe('refused');
  output(await accept(id, 'refused-wrongly', second));
  expect(await verificationOf('refused-wrongly')).toBe('verified');
  expect(await figures()).toEqual({ ...before, disagreed: before.disagreed + 1 });
  const { news } = output(await product.call('news', 'mine', {}, 'refused-wrongly'));
  expect(news.map(({ facts }) => facts.choice).sort()).toEqual(['accept', 'refuse']);
});

test('two operators who agree change nothing for the person', async () => {
  const before = await figures();
  const id = await handIn('refused-rightly', ofTheTenth());
  output(await refuse(id, first));
  output(await refuse(id, second));
  expect(await verificationOf('refused-rightly')).toBe('refused');
  expect(await figures()).toEqual({ ...before, agreed: before.agreed + 1 });
});

test('without a second operator the pictures go after a day', async () => {
  const id = await handIn('seen-by-one', ofTheTenth());
  output(await accept(id, 'seen-by-one', first));
  await product.cloud.clock.advance(23 * 3_600_000, { fire: 'once' });
  expect(files()).toBe(1);
  await uploadsGo();
  expect(files()).toBe(0);
  expect((await queue(second)).documents).toEqual([]);
  expect(await accept(id, 'seen-by-one', second)).toMatchObject({ error: { code: 'document-decided' } });
  const [check] = await storeOf(product.cloud.database).find('documentChecks', { _id: id }, 1);
  expect(check).toMatchObject({ state: 'accepted', photoFileIds: [], secondUntilMs: null });
});

test('another document of the account, or an erasure, ends the second look', async () => {
  const id = await handIn('hands-in-again', ofTheTenth());
  output(await refuse(id, first));
  await handIn('hands-in-again', ofTheOthers());
  expect((await queue(second)).documents).toMatchObject([{ id, isSecondLook: false }]);
  output(await refuse(id, first));
  expect((await queue(second)).documents).toEqual([]);
  await handIn('hands-in-again', ofTheTenth());
  output(await accept(id, 'hands-in-again', first));
  output(await product.call('identity', 'eraseMyData', { confirm: true }, 'hands-in-again'));
  expect((await queue(second)).documents).toEqual([]);
  await uploadsGo();
  expect(files()).toBe(0);
});
