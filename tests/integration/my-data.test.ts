import { aDraft } from '../../cloudfunctions/shared/testing/a-draft';
import { keptEntries } from '../../cloudfunctions/shared/contract/kept-data';
import { AccountRole } from '../../cloudfunctions/shared/contract/actor';
import { Board, PostStatus } from '../../cloudfunctions/shared/contract/board';
import { DocumentCheckDocument } from '../../cloudfunctions/shared/contract/check-document';
import { GrantDocument } from '../../cloudfunctions/shared/contract/documents';
import { FeedbackKind } from '../../cloudfunctions/shared/contract/feedback-documents';
import { Outcome } from '../../cloudfunctions/shared/contract/outcome';
import { ReportReason, ReportState, ReviewKind } from '../../cloudfunctions/shared/contract/review';
import {
  ApplicationDocument,
  ReviewDocument,
} from '../../cloudfunctions/shared/contract/moderation-documents';
import { campaign } from '../../local/seed/catalogue';
import { codeNames, fieldNames, partNames } from '../../miniprogram/packages/trust/presenters/copied-words';
import { copiedText } from '../../miniprogram/packages/trust/presenters/copied-text';
import { copyOf } from '../../scripts/operators/copy';
import { storeOf } from '../../scripts/operators/store';
import { output, personIdOf, startProduct, type Product } from './product';

let product: Product;
beforeAll(async () => {
  product = await startProduct({ nowMs: Date.parse('2022-12-20T10:00:00+08:00') });
});
afterAll(() => product.close());

const copyFor = async (openid: string) => output(await product.call('identity', 'copyMyData', {}, openid));

test('a person reads everything that is kept about them, from any account, and nothing of others', async () => {
  const donor = await product.enrol('donor', { maskedName: '李*' });
  const viewer = await product.enrol('viewer', { maskedName: '王*' });
  const second = await product.enrol('viewer-second', { personId: personIdOf('viewer'), maskedName: '王*' });
  const { id } = output(await product.call('posts', 'publish', aDraft('spare', { note: '放门口' }), donor));
  const { contact } = output(await product.call('contact', 'request', { postId: id }, viewer));
  const saying = { kind: 'sentence' as const, code: campaign.talk.sentences[0]?.code ?? '' };
  await product.call('contact', 'say', { id: contact.id, saying }, viewer);
  output(await product.call('moderation', 'sendFeedback', { kind: 'broken', text: '点了没反应' }, viewer));
  output(await product.call('news', 'accepted', { templates: ['contact', 'result'] }, viewer));

  const copy = await copyFor(second);
  const parts = copy.kept.map(({ of, documents }) => `${of} ${documents.length}`);
  expect(parts).toEqual(
    expect.arrayContaining(['members 2', 'persons 1', 'grants 1', 'subscriptions 1', 'feedback 1']),
  );
  const bytes = JSON.stringify(copy);
  const phones = [donor, viewer, second].map((openid) => product.providers.register.phoneOf(openid));
  const foreign = [donor, viewer, personIdOf('donor'), personIdOf('viewer'), id, contact.id, ...phones];
  for (const each of foreign) expect(bytes).not.toContain(each);

  const text = copiedText(copy, campaign);
  expect(text).toMatch(/手机号：\d{3}\*{4}\d{4}/);
  for (const part of ['联系记录（1）', '对方：李*', '点了没反应', '2022-12-20 10:0'])
    expect(text).toContain(part);
  expect(copiedText(await copyFor(donor), campaign)).toMatch(/说明：放门口[\s\S]*对方：王\*/);
  expect(text + copiedText(await copyFor(donor), campaign)).not.toMatch(/[{}]|undefined|\[object/);
});

test('an account that was never verified reads what is kept about it alone, and an erased one reads nothing', async () => {
  output(await product.call('moderation', 'sendFeedback', { kind: 'how', text: '怎么用这个' }, 'newcomer'));
  expect((await copyFor('newcomer')).kept.map(({ of }) => of)).toEqual(['members', 'feedback']);
  output(await product.call('identity', 'eraseMyData', { confirm: true }, 'newcomer'));
  // The tombstone of an hour has no field with a value.
  const left = (await copyFor('newcomer')).kept.filter(({ of }) => of !== 'members');
  expect(left).toEqual([]);
});

test('an operator copies the same for a person who asks by letter, without the phone', async () => {
  const openid = await product.enrol('asks', { maskedName: '赵*' });
  output(await product.call('posts', 'publish', aDraft('need', { note: '孩子发烧' }), openid));
  const copy = await copyOf(storeOf(product.cloud.database), openid);
  expect(copy.map(({ of }) => of)).toEqual(expect.arrayContaining(['posts', 'members', 'persons']));
  expect(JSON.stringify(copy)).toMatch(/孩子发烧/);
  expect(JSON.stringify(copy)).not.toMatch(/v1\.|openid-/);
  expect(copy.find(({ of }) => of === 'members')?.documents[0]).toMatchObject({
    maskedName: '赵*',
    phone: true,
  });
});

test('every part, field and code of a copy has its words', () => {
  const read = keptEntries.filter(([, { copied }]) => copied.length > 0);
  expect(read.filter(([name]) => !partNames[name])).toEqual([]);
  expect(read.flatMap(([, { copied }]) => copied).filter((field) => !fieldNames[field])).toEqual([]);
  const codes = [
    ...[Board, PostStatus, AccountRole, FeedbackKind, Outcome, ReportReason, ReportState, ReviewKind],
    ...[GrantDocument, ReviewDocument, DocumentCheckDocument, ApplicationDocument].map(
      ({ shape }) => shape.state,
    ),
    DocumentCheckDocument.shape.kind,
  ].flatMap(({ options }) => options as readonly string[]);
  expect(codes.filter((code) => !codeNames[code])).toEqual([]);
});
