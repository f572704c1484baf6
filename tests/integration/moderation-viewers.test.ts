import { aDraft } from '../../cloudfunctions/shared/testing/a-draft';
import { storeOf } from '../../scripts/operators/store';
import { output, personIdOf, startProduct, type Product } from './product';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

let people = 0;
const somebody = () => product.enrol(`viewers-${(people += 1)}`);
const volunteer = () => product.enrol(`viewers-${(people += 1)}`, { role: 'volunteer' });
/** Until a decision can no longer be taken back and the timer has run. */
const settled = async () => {
  for (let minute = 0; minute < 2; minute += 1) await product.cloud.clock.advance(61_000, { fire: 'once' });
};

/** A contact with a new post of this poster; answers the contact's id. */
async function contacted(poster: string, viewer: string): Promise<string> {
  const draft = aDraft('spare', { note: '' });
  const { id } = output(await product.call('posts', 'publish', draft, poster));
  return output(await product.call('contact', 'request', { postId: id }, viewer)).contact.id;
}
const report = (id: string, openid: string) =>
  product.call('moderation', 'reportViewer', { id, reason: 'asked-for-money' }, openid);
const next = async (openid: string) => output(await product.call('moderation', 'next', {}, openid)).item;
const decide = (id: string, decision: 'block' | 'no-block' | 'publish', openid: string) =>
  product.call('moderation', 'decide', { id, decision }, openid);
const reportsOf = async (openid: string) =>
  output(await product.call('moderation', 'myReports', {}, openid)).reports;

test('a volunteer sees a reported viewer in counts alone, and the poster reads that nothing was wrong', async () => {
  const [poster, viewer, helper] = [await somebody(), await somebody(), await volunteer()];
  const id = await contacted(poster, viewer);
  const filed = output(await report(id, poster)).report;
  expect(filed).toMatchObject({ about: 'viewer', board: 'spare', state: 'received' });
  expect(filed.sentence).toContain('已收到');
  const item = await next(helper);
  expect(item).toMatchObject({
    kind: 'viewer',
    post: null,
    reports: [{ reason: 'asked-for-money', count: 1 }],
    history: { askedForMoney: 1 },
    can: { publish: false, refuse: false, proposeBlock: false, block: true },
  });
  const secrets = [poster, viewer].flatMap((openid) => [
    openid,
    personIdOf(openid.slice('openid-'.length)),
    product.providers.register.phoneOf(openid),
  ]);
  for (const secret of [...secrets, id]) expect(JSON.stringify(item)).not.toContain(secret);
  expect(await decide(item?.id ?? '', 'publish', helper)).toMatchObject({ error: { code: 'invalid-input' } });
  output(await decide(item?.id ?? '', 'no-block', helper));
  await settled();
  expect(await reportsOf(poster)).toMatchObject([{ about: 'viewer', state: 'found-fine' }]);
  output(await product.call('contact', 'mine', {}, viewer));
  expect(await next(helper)).toBeNull();
});

test('two volunteers block a reported viewer, in one case of the trail, and the poster reads it', async () => {
  const [poster, viewer] = [await somebody(), await somebody()];
  const [one, two] = [await volunteer(), await volunteer()];
  output(await report(await contacted(poster, viewer), poster));
  const item = await next(one);
  output(await decide(item?.id ?? '', 'block', one));
  expect(await next(one)).toBeNull();
  expect(await product.call('posts', 'publish', aDraft('need'), viewer)).toMatchObject({ ok: true });
  const second = await next(two);
  expect(second).toMatchObject({ id: item?.id, kind: 'block', can: { block: true } });
  output(await decide(item?.id ?? '', 'block', two));
  expect(await product.call('posts', 'publish', aDraft('need'), viewer)).toMatchObject({
    error: { code: 'blocked' },
  });
  await settled();
  expect(await reportsOf(poster)).toMatchObject([{ state: 'taken-down' }]);
  const store = storeOf(product.cloud.database);
  const [block] = (await store.find('auditEntries', { action: 'block' }, 1)) as { caseId: string }[];
  const entries = await store.find('auditEntries', { caseId: block?.caseId }, 5);
  expect(entries).toMatchObject([{ action: 'propose-block' }, { action: 'block' }]);
});

test('only a poster whom the person contacted may report, once; two posters bring the viewer to the front', async () => {
  const [viewer, first, second, third] = [
    await somebody(),
    await somebody(),
    await somebody(),
    await somebody(),
  ];
  const stranger = await volunteer();
  const ids = [
    await contacted(first, viewer),
    await contacted(second, viewer),
    await contacted(third, viewer),
  ] as const;
  for (const openid of [viewer, stranger])
    expect(await report(ids[0], openid)).toMatchObject({ error: { code: 'not-allowed' } });
  const again = [output(await report(ids[0], first)), output(await report(ids[0], first))];
  expect(again[0]?.report).toEqual(again[1]?.report);
  const lane = async () => {
    const [review] = (await storeOf(product.cloud.database).find(
      'reviews',
      { kind: 'viewer', state: 'waiting' },
      2,
    )) as { lane: number; reports: unknown[] }[];
    return [review?.reports.length, review?.lane];
  };
  expect(await lane()).toEqual([1, 1]);
  output(await report(ids[1], second));
  expect(await lane()).toEqual([2, 3]);
  output(await product.call('identity', 'eraseMyData', { confirm: true }, viewer));
  expect(await lane()).toEqual([undefined, undefined]);
  expect(await report(ids[2], third)).toMatchObject({ error: { code: 'not-found' } });
});
