import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentCheckDocument } from '../../cloudfunctions/shared/contract/check-document';
import { output, startProduct, type Product } from './product';
import { aPicture, uploadAs, uploadPictures } from './upload-picture';

let product: Product;
let operator: string;
beforeAll(async () => {
  product = await startProduct({ nowMs: Date.parse('2022-12-20T10:00:00+08:00') });
  operator = await product.enrol('operator', { role: 'operator' });
});
afterAll(() => product.close());

const bind = (openid: string) =>
  product.call('identity', 'bindPhone', { code: product.providers.wechat.issuePhoneCode(openid) }, openid);

const passport = async (openid: string, number: string, photoFileIds?: string[]) =>
  product.call(
    'identity',
    'submitDocument',
    {
      kind: 'passport',
      name: 'Anna Schmidt',
      number,
      bornOn: '1980-02-29',
      photoFileIds: photoFileIds ?? (await uploadPictures(product, openid)),
      consent: true,
    },
    openid,
  );
const queue = async () => output(await product.call('identity', 'documentQueue', {}, operator)).documents;
const decide = (id: string, numberRead: string, nameRead = 'anna  schmidt') =>
  product.call('identity', 'decideDocument', { id, decision: 'accept', nameRead, numberRead }, operator);

const unreadable = { error: { code: 'picture-unreadable', field: 'photoFileIds' } };

test('name pictures that were placed for the account, once, and that are pictures', async () => {
  for (const openid of ['meddler', 'owner-of-picture']) output(await bind(openid));
  const [own = ''] = await uploadPictures(product, 'owner-of-picture');
  const refused = [
    own,
    own.replace('local-1.', 'other-2.'),
    'cloud://local-1.local-1/pictures/../posters/0123456789abcdef0123456789abcdef.jpg',
    `cloud://local-1.local-1/pictures/${'0'.repeat(32)}.jpg`,
    await uploadAs(product, 'meddler', `pictures/${'1'.repeat(32)}.jpg`, aPicture),
  ];
  for (const fileId of refused) {
    expect(await passport('meddler', 'C01X00T40', [fileId])).toMatchObject(unreadable);
    await product.cloud.clock.advance(24 * 3_600_000, { fire: 'once' });
  }
  const [page = ''] = await uploadPictures(product, 'meddler', [Buffer.from('<html>a page</html>')]);
  expect(await passport('meddler', 'C01X00T40', [page])).toMatchObject(unreadable);
  const { cloudPaths } = output(await product.call('identity', 'placePictures', { count: 1 }, 'meddler'));
  const missing = page.replace(/pictures\/.*/, cloudPaths[0] ?? '');
  expect(await passport('meddler', 'C01X00T40', [missing])).toMatchObject(unreadable);
});

test.each(['\u200b\u200b', ' \u3000 ', '\u202e\ufeff', 'a\u200b'])(
  'need a name that can be read, not %j',
  async (name) => {
    output(await bind('nameless'));
    const photoFileIds = await uploadPictures(product, 'nameless');
    const answer = await product.call(
      'identity',
      'submitDocument',
      { kind: 'passport', name, number: 'C01X00T99', bornOn: '1980-02-29', photoFileIds, consent: true },
      'nameless',
    );
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-input', field: 'name' } });
  },
);

test.each(['STORAGE_REQUEST_FAIL', 'STORAGE_EXCEED_AUTHORITY', 'SYS_ERR', '503'])(
  'cost no try of the day while the storage fails with %s',
  async (code) => {
    const openid = `unlucky-${code}`;
    output(await bind(openid));
    const own = await uploadPictures(product, openid);
    const storage = { action: 'storage.getUploadMetadata', kind: 'error', code } as const;
    const takeAway = product.cloud.faults.add(storage);
    const known = code === '503' || code === 'STORAGE_REQUEST_FAIL';
    const failed = { error: { code: known ? 'busy' : 'internal' } };
    for (let time = 0; time < 11; time += 1) {
      expect(await passport(openid, 'C01X00T51', own)).toMatchObject(failed);
      expect(await product.call('identity', 'placePictures', { count: 3 }, openid)).toMatchObject(failed);
    }
    takeAway();
    expect(output(await passport(openid, 'C01X00T51', own)).verification).toBe('pending');
    output(await product.call('identity', 'eraseMyData', { confirm: true }, openid));
  },
);

test('leave no picture behind: only uploaded, refused, erased, or undeletable at first', async () => {
  const stored = () => readdirSync(join(product.dataDir, 'files'), { recursive: true, withFileTypes: true });
  const files = () => stored().filter((entry) => entry.isFile() && !entry.name.endsWith('.owner')).length;
  await product.cloud.clock.advance(3 * 3_600_000, { fire: 'once' });
  const before = files();
  for (const openid of ['only-uploads', 'refused-for-age', 'erases']) output(await bind(openid));
  await uploadPictures(product, 'only-uploads');
  const young = await uploadPictures(product, 'refused-for-age');
  const { error } = (await product.call(
    'identity',
    'submitDocument',
    {
      kind: 'passport',
      name: 'Anna',
      number: 'P1234567',
      bornOn: '2020-01-01',
      photoFileIds: young,
      consent: true,
    },
    'refused-for-age',
  )) as { error: { code: string } };
  expect(error.code).toBe('under-age');
  output(await passport('erases', 'C01X00T99'));
  await uploadPictures(product, 'erases');
  expect(files()).toBeGreaterThan(before + 3);
  const takeAway = product.cloud.faults.add({ action: 'storage.batchDeleteFile', kind: 'error' });
  output(await product.call('identity', 'eraseMyData', { confirm: true }, 'erases'));
  takeAway();
  for (let run = 0; run < 2; run += 1) await product.cloud.clock.advance(45 * 60_000, { fire: 'once' });
  expect(files()).toBe(before);
});

test('wait for an operator, who types what the picture shows', async () => {
  await bind('traveller');
  expect(output(await passport('traveller', 'C01X00T47')).verification).toBe('pending');
  expect(await passport('traveller', 'C01X00T47')).toMatchObject({ error: { code: 'document-pending' } });
  const [waiting] = await queue();
  expect(waiting).toMatchObject({ kind: 'passport', maskedName: 'A*' });
  expect(JSON.stringify(waiting)).not.toContain('C01X00T47');
  expect(await decide(waiting?.id ?? '', 'C01X00T48')).toMatchObject({
    error: { code: 'document-differs' },
  });
  output(await decide(waiting?.id ?? '', 'c01x00t47'));
  expect(await queue()).toEqual([]);
  expect(output(await product.call('identity', 'me', {}, 'traveller'))).toMatchObject({
    verification: 'verified',
    maskedName: 'A*',
    can: { publish: true, contact: true },
  });
  expect(await decide(waiting?.id ?? '', 'C01X00T47')).toMatchObject({
    error: { code: 'document-decided' },
  });
});

test.each([
  ['hk-mo-permit', 'H12345678', 'h1234567801'],
  ['taiwan-permit', '07257456', '07257456'],
] as const)('a %s is decided by its number, which a renewal does not change', async (kind, number, read) => {
  await bind(kind);
  const input = { kind, name: '陈大文', bornOn: '1980-02-29', consent: true as const };
  const submit = async (typed: string) =>
    product.call(
      'identity',
      'submitDocument',
      { ...input, number: typed, photoFileIds: await uploadPictures(product, kind) },
      kind,
    );
  expect(await submit('C12345678')).toMatchObject({ error: { code: 'id-number-invalid', field: 'number' } });
  output(await submit(number));
  const waiting = (await queue()).find((each) => each.kind === kind);
  output(await decide(waiting?.id ?? '', read, '陈大文'));
  expect(output(await product.call('identity', 'me', {}, kind)).verification).toBe('verified');
});

test('a doubtful document is left to another operator, once', async () => {
  const second = await product.enrol('second-operator', { role: 'operator' });
  await bind('doubtful');
  output(await passport('doubtful', 'C01X00T55'));
  const [waiting] = await queue();
  const id = waiting?.id ?? '';
  expect(waiting?.mayLeave).toBe(true);
  const leave = (openid: string) =>
    product.call('identity', 'decideDocument', { id, decision: 'second-opinion' }, openid);
  expect(output(await leave(operator))).toMatchObject({ documents: [], waiting: 1 });
  expect(await decide(id, 'C01X00T55')).toMatchObject({ error: { code: 'not-allowed' } });
  const offered = output(await product.call('identity', 'documentQueue', {}, second)).documents;
  // A second look at an earlier test's document may be among them.
  expect(offered.find((each) => each.id === id)).toMatchObject({ mayLeave: false, isSecondLook: false });
  expect(await leave(second)).toMatchObject({ error: { code: 'document-decided' } });
  const refusal = { id, decision: 'refuse' as const, reason: 'unreadable' as const };
  output(await product.call('identity', 'decideDocument', refusal, second));
});

test('may be refused with a reason, and sent again', async () => {
  await bind('blurred');
  output(await passport('blurred', 'P7654321'));
  const [waiting] = await queue();
  const refusal = { id: waiting?.id ?? '', decision: 'refuse' as const, reason: 'unreadable' as const };
  output(await product.call('identity', 'decideDocument', refusal, operator));
  expect(output(await product.call('identity', 'me', {}, 'blurred'))).toMatchObject({
    verification: 'refused',
    refusal: '照片看不清，请重新拍。',
  });
  expect(output(await passport('blurred', 'P7654321')).verification).toBe('pending');
});

/** A document without pictures that waits. */
const waitingCheck = (at: number): DocumentCheckDocument => ({
  _id: at.toString(16).padStart(32, '0'),
  account: `flood-${at}`,
  caseId: null,
  state: 'pending',
  kind: 'passport',
  maskedName: '测*',
  personId: at.toString(16).padStart(32, '1'),
  personEpoch: 0,
  nameHash: '',
  photoFileIds: [],
  submittedAtMs: product.cloud.clock.now() - 7_200_000 + at,
  round: Math.min(at, 3),
  left: null,
  decidedAtMs: null,
  decidedBy: null,
  secondUntilMs: null,
  refusal: null,
});

test('pages, and one phone’s many documents do not hold up the person who comes after them', async () => {
  const others = (await queue()).length;
  await product.cloud.database.bulkLoad(
    'documentChecks',
    Array.from({ length: 45 }, (_, at) => waitingCheck(at)),
  );
  await bind('patient');
  output(await passport('patient', 'C01X00T66'));
  await product.cloud.clock.advance(3_600_000, { fire: 'once' });
  const page = async (number: number) =>
    output(await product.call('identity', 'documentQueue', { page: number }, operator));
  const pages = [await page(0), await page(1), await page(2), await page(3)];
  expect(pages.map(({ documents }) => documents.length)).toEqual([20, 20, 6 + others, 0]);
  expect(pages[0]?.waiting).toBe(46 + others);
  const ids = pages.flatMap(({ documents }) => documents.map(({ id }) => id));
  expect(new Set(ids).size).toBe(46 + others);
  expect(pages[0]?.documents.slice(0, 3 + others).map(({ photoUrls }) => photoUrls.length)).toContain(1);
});
