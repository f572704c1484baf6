import { randomUUID } from 'node:crypto';
import { aDraft } from '../../cloudfunctions/shared/testing/a-draft';
import { booksOf, documents } from './contact-ledger';
import { output, personIdOf, startProduct, type Product } from './product';
import { uploadPictures } from './upload-picture';

const minuteMs = 60_000;

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

/** A new member, and a second phone of theirs. */
async function pair(): Promise<[first: string, second: string]> {
  const name = randomUUID();
  return [await product.enrol(name), await product.enrol(`${name}-b`, { personId: personIdOf(name) })];
}

const somebody = () => product.enrol(randomUUID());

const publish = async (openid: string, note = ''): Promise<string> =>
  output(await product.call('posts', 'publish', aDraft('spare', { note }), openid)).id;
const request = (postId: string, openid: string) => product.call('contact', 'request', { postId }, openid);
const newsFor = async (openid: string) => output(await product.call('news', 'mine', {}, openid)).news;
const waitingFor = async (openid: string) => output(await product.call('news', 'waiting', {}, openid));
const withoutNumbers = async (work: () => Promise<unknown>): Promise<void> => {
  const { dypls } = product.providers.faults;
  dypls.add({ kind: 'error', action: 'BindAxb', code: 'isv.NO_AVAILABLE_NUMBER' });
  await work();
  dypls.clear();
};

test('a poster reads who may call and from which number, once, on every phone of theirs', async () => {
  const [poster, second] = await pair();
  const viewer = await somebody();
  const postId = await publish(poster);
  const { contact } = output(await request(postId, viewer));
  output(await request(postId, viewer));
  const [news, ...others] = await newsFor(poster);
  expect(others).toEqual([]);
  expect(news).toMatchObject({
    kind: 'contact',
    postId,
    isRead: false,
    facts: { board: 'spare', name: '测*', number: contact.masked?.number },
  });
  expect(await newsFor(second)).toEqual([news]);
  expect(await waitingFor(second)).toMatchObject({ unread: 1, callBacks: 0, isMember: true });
  expect(await newsFor(viewer)).toEqual([]);
});

test('what was read on one phone is read on the other, and a stranger reads and marks none of it', async () => {
  const [poster, second] = await pair();
  const viewer = await somebody();
  output(await request(await publish(poster), viewer));
  const ids = (await newsFor(poster)).map(({ id }) => id);
  for (const stranger of [viewer, 'nobody-known', ''])
    output(await product.call('news', 'markRead', { ids }, stranger));
  expect((await waitingFor(poster)).unread).toBe(1);
  expect(output(await product.call('news', 'markRead', { ids }, second))).toEqual({ unread: 0 });
  expect(await waitingFor(poster)).toMatchObject({ unread: 0 });
  expect(await newsFor(poster)).toMatchObject([{ isRead: true }]);
});

test('a request to call back is news and waits until it is answered, which is news for the one who asked', async () => {
  const poster = await somebody();
  const viewer = await somebody();
  const postId = await publish(poster);
  await withoutNumbers(() => request(postId, viewer));
  const [asked] = await newsFor(poster);
  expect(asked).toMatchObject({ kind: 'call-back', facts: { name: '测*' } });
  output(await product.call('news', 'markRead', { ids: [asked?.id ?? ''] }, poster));
  expect(await waitingFor(poster)).toMatchObject({ unread: 0, callBacks: 1, isMember: true });
  const [caller] = output(await product.call('contact', 'callers', {}, poster)).callers;
  const answer = await product.call('contact', 'answerCallBack', { id: caller?.id ?? '' }, poster);
  expect(await waitingFor(poster)).toMatchObject({ callBacks: 0 });
  expect(await newsFor(viewer)).toMatchObject([
    { kind: 'called-back', facts: { number: output(answer).caller.masked?.number } },
  ]);
});

test('a request to call back that is tried again is the same news; one that is taken back and made again is new', async () => {
  const poster = await somebody();
  const viewer = await somebody();
  const postId = await publish(poster);
  await withoutNumbers(async () => {
    const { contact } = output(await request(postId, viewer));
    output(await request(postId, viewer));
    expect(await newsFor(poster)).toHaveLength(1);
    output(await product.call('contact', 'done', { id: contact.id }, viewer));
    await product.cloud.clock.advance(minuteMs);
    output(await request(postId, viewer));
  });
  expect(await newsFor(poster)).toHaveLength(2);
});

test.each([
  ['publish', { decision: 'publish' }],
  ['refuse', { decision: 'refuse', reason: 'selling' }],
  ['ask-to-correct', { decision: 'ask-to-correct', reason: 'unclear' }],
] as const)(
  'a volunteer’s decision (%s) reaches the owner once it can no longer be taken back',
  async (choice, decision) => {
    const owner = await somebody();
    const volunteer = await product.enrol(randomUUID(), { role: 'volunteer' });
    const id = await publish(owner, '整箱布洛芬，家里用不完');
    output(await product.call('moderation', 'next', {}, volunteer));
    output(await product.call('moderation', 'decide', { id, ...decision }, volunteer));
    expect(await newsFor(owner)).toEqual([]);
    await product.cloud.clock.advance(3 * minuteMs);
    expect(await newsFor(owner)).toMatchObject([{ kind: 'review', postId: id, facts: { choice } }]);
  },
);

test('the decision about a document reaches its account, which is no member yet', async () => {
  const openid = 'foreigner';
  const operator = await product.enrol(randomUUID(), { role: 'operator' });
  const code = product.providers.wechat.issuePhoneCode(openid);
  output(await product.call('identity', 'bindPhone', { code }, openid));
  const photoFileIds = await uploadPictures(product, openid);
  const passport = {
    kind: 'passport',
    name: 'Anna Schmidt',
    number: 'C01X00T47',
    bornOn: '1980-02-29',
  } as const;
  output(
    await product.call('identity', 'submitDocument', { ...passport, photoFileIds, consent: true }, openid),
  );
  const [document] = output(await product.call('identity', 'documentQueue', {}, operator)).documents;
  const decision = { id: document?.id ?? '', decision: 'refuse', reason: 'unreadable' } as const;
  output(await product.call('identity', 'decideDocument', decision, operator));
  expect(await newsFor(openid)).toMatchObject([{ kind: 'document', facts: { choice: 'refuse' } }]);
  expect(await waitingFor(openid)).toMatchObject({ unread: 1, callBacks: 0, isMember: false });
});

test('news goes with its post, with the person whom it names, and with its reader', async () => {
  const stored = async () =>
    (await documents(booksOf(product), 'news')).filter((each) => each.postId === postId);
  const poster = await somebody();
  const viewer = await somebody();
  const other = await somebody();
  const postId = await publish(poster);
  output(await request(postId, viewer));
  output(await request(postId, other));
  expect(await stored()).toHaveLength(2);
  output(await product.call('identity', 'eraseMyData', { confirm: true }, viewer));
  expect(await stored()).toHaveLength(1);
  output(await product.call('identity', 'eraseMyData', { confirm: true }, poster));
  expect(await stored()).toEqual([]);
});
