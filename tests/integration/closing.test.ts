import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backUp } from 'cloudbase-local';
import { aDraft, yuelu } from '../../cloudfunctions/shared/testing/a-draft';
import { keptEntries } from '../../cloudfunctions/shared/contract/kept-data';
import { close, reopen, storedClosing } from '../../scripts/operators/close';
import { storeOf } from '../../scripts/operators/store';
import { booksOf, documents } from './contact-ledger';
import { output, personIdOf, startProduct, type Product } from './product';
import { uploadPictures } from './upload-picture';

const dayMs = 86_400_000;
const days = 7;
const note = '放在三号楼门口的花架上';
let product: Product;
beforeAll(async () => {
  product = await startProduct({ nowMs: Date.parse('2022-12-20T10:00:00+08:00') });
});
const backups = mkdtempSync(join(tmpdir(), 'closed-backups-'));
const backup = { toDir: join(backups, 'day-1'), keysFile: join(backups, 'day-1.keys') };
afterAll(async () => {
  await product.close();
  rmSync(backups, { recursive: true });
});

const store = () => storeOf(product.cloud.database);
const now = () => product.cloud.clock.now();
const later = (ms: number) => product.cloud.clock.advance(ms, { fire: 'once' });
const code = (answer: { ok: boolean; error?: { code: string } }) => (answer.ok ? 'ok' : answer.error?.code);

test('after closing, what has begun goes on and nothing begins; after the days nothing is left of anybody', async () => {
  const people = ['planted-donor', 'planted-viewer', 'planted-blocked', 'planted-operator'];
  const [donor = '', viewer = '', blocked = ''] = await Promise.all(
    people.map((name) => product.enrol(name, name.endsWith('operator') ? { role: 'operator' } : {})),
  );
  const traveller = 'openid-planted-traveller';
  const phoneCode = product.providers.wechat.issuePhoneCode(traveller);
  output(await product.call('identity', 'bindPhone', { code: phoneCode }, traveller));
  const photoFileIds = await uploadPictures(product, traveller);
  const passport = {
    kind: 'passport' as const,
    name: 'Wilhelmina Quistgaard',
    number: 'QX7391845',
    bornOn: '1980-01-01',
  };
  output(
    await product.call('identity', 'submitDocument', { ...passport, photoFileIds, consent: true }, traveller),
  );
  const { id: postId } = output(await product.call('posts', 'publish', aDraft('spare', { note }), donor));
  const { contact } = output(await product.call('contact', 'request', { postId }, viewer));
  output(await product.call('news', 'accepted', { templates: ['contact', 'result'] }, viewer));
  output(
    await product.call('news', 'setAlert', { board: 'spare', items: ['ibuprofen'], place: yuelu }, viewer),
  );
  output(await product.call('moderation', 'sendFeedback', { kind: 'how', text: '怎么改地址' }, blocked));
  output(await product.call('posts', 'read', { id: postId }, viewer));
  output(await product.call('moderation', 'report', { postId, reason: 'unsafe-medicine' }, viewer));
  await product.block(blocked);
  await product.cloud.database.bulkLoad('blocks', [
    { _id: personIdOf('planted-blocked'), caseId: 'e'.repeat(32), atMs: now(), settledAtMs: null },
  ]);

  await backUp(product.dataDir, backup, () => undefined);
  await close(store(), days, now());
  await later(60_000);
  const { closing } = output(await product.call('search', 'campaign', {}, viewer));
  expect(closing?.eraseAtMs).toBeGreaterThan(now() + (days - 1) * dayMs);
  expect(code(await product.call('posts', 'publish', aDraft('need'), donor))).toBe('closed');
  expect(code(await product.call('contact', 'request', { postId }, donor))).toBe('closed');
  expect(code(await product.call('identity', 'bindPhone', { code: 'x' }, 'newcomer'))).toBe('closed');
  expect(code(await product.call('contact', 'talk', { id: contact.id }, viewer))).toBe('ok');
  expect(code(await product.call('search', 'nearby', { board: 'spare', place: yuelu }, viewer))).toBe('ok');
  for (const openid of [donor, viewer, traveller])
    expect(output(await product.call('news', 'mine', {}, openid)).news.map(({ kind }) => kind)).toContain(
      'closing',
    );
  expect(await storedClosing(store())).toMatchObject({ notifiedAfter: null, erasedAtMs: null });
  expect(product.providers.subscriptions.all()).toHaveLength(1);

  await later((days - 1) * dayMs);
  expect((await documents(booksOf(product), 'members')).length).toBeGreaterThan(0);
  await later(2 * dayMs);
  for (let run = 0; run < 8 && (await storedClosing(store()))?.erasedAtMs === null; run += 1)
    await later(3_600_000);

  const left = [];
  for (const [name, { closing: step }] of keptEntries) {
    const count = (await documents(booksOf(product), name)).length;
    if (step !== 'stays' && name !== 'comparisons' && count > 0) left.push(`${name}: ${count}`);
  }
  expect(left).toEqual([]);
  expect((await storedClosing(store()))?.erasedAtMs).toEqual(expect.any(Number));
  expect(product.providers.subscriptions.all()).toEqual([]);
  expect(
    code(await product.call('moderation', 'sendFeedback', { kind: 'how', text: '还在吗' }, viewer)),
  ).toBe('closed');
  await expect(reopen(store(), now())).rejects.toThrow(/erasing has begun/);

  await product.cloud.close();
  const marks = [
    ...people.flatMap((name) => [
      `openid-${name}`,
      personIdOf(name),
      product.providers.register.phoneOf(`openid-${name}`),
    ]),
    traveller,
    product.providers.register.phoneOf(traveller),
    postId,
    contact.id,
    passport.name,
    passport.number,
    note,
    '怎么改地址',
    '测*',
    '岳麓',
  ];
  expect(marks.flatMap((mark) => filesWith(mark))).toEqual([]);
  rmSync(backup.keysFile);
  expect(filesBelow(backups)).not.toEqual([]);
  expect(marks.flatMap((mark) => filesWith(mark, backups))).toEqual([]);
  // Proves that the search finds what is stored.
  expect(filesWith('closedAtMs')).not.toEqual([]);
});

/** Files that hold a text: of the data folder, without built code and the books of the carrier and of WeChat. */
function filesWith(text: string, folder = product.dataDir): string[] {
  const bytes = Buffer.from(text);
  return filesBelow(folder)
    .filter((path) => readFileSync(path).includes(bytes))
    .map((path) => `${path} holds ${text}`);
}

function filesBelow(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    if (dir === product.dataDir && ['functions', 'providers'].includes(entry.name)) return [];
    const path = join(dir, entry.name);
    return entry.isDirectory() ? filesBelow(path) : entry.isFile() ? [path] : [];
  });
}
