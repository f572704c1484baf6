import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { aCorrection, aDraft } from '../../cloudfunctions/shared/testing/a-draft';
import { output, startProduct, type Product } from './product';
import { storeOf } from '../../scripts/operators/store';
import { jpegWithPlace, secretPlace, uploadPictures } from './upload-picture';

type Verdict = 'pass' | 'review' | 'risky';

let product: Product;
/** What WeChat has pushed; each test hands the messages over, or loses them. */
let pushed: Record<string, unknown>[] = [];
let arrival: () => void = () => undefined;
let verdict: Verdict = 'pass';
/** An error of `mediaCheckAsync`; null while it works. */
let trouble: number | 'silent' | null = null;
let fetched: Buffer[] = [];

beforeAll(async () => {
  product = await startProduct(
    {},
    {
      onMediaChecked(event) {
        pushed.push(event);
        arrival();
      },
      judgePicture(content) {
        fetched.push(content);
        return verdict;
      },
    },
    (openApi) => async (name, args, caller) => {
      if (trouble === null || !name.endsWith('mediaCheckAsync')) return openApi(name, args, caller);
      return trouble === 'silent' ? new Promise(() => undefined) : { errcode: trouble, errmsg: 'trouble' };
    },
  );
});
afterAll(() => product.close());
beforeEach(() => {
  pushed = [];
  fetched = [];
  verdict = 'pass';
  trouble = null;
});

const minutes = async (count: number) => {
  for (let at = 0; at < count; at += 1) await product.cloud.clock.advance(61_000, { fire: 'once' });
};
/** The next `count` messages, once WeChat has pushed them. */
async function messages(count: number): Promise<Record<string, unknown>[]> {
  while (pushed.length < count) await new Promise<void>((resolve) => (arrival = resolve));
  return pushed.splice(0);
}
const deliver = (message: Record<string, unknown>) => product.cloud.pushMessage('moderation', message);
const files = () =>
  readdirSync(join(product.dataDir, 'files'), { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.name.endsWith('.owner'),
  ).length;

let people = 0;
async function publishPhotos(contents: Buffer[] = [jpegWithPlace]) {
  const owner = await product.enrol(`photographer-${(people += 1)}`);
  const photoFileIds = await uploadPictures(product, owner, contents);
  // WeChat has to have seen the person lately.
  product.providers.wechat.issuePhoneCode(owner);
  const draft = { ...aDraft('spare', { note: '' }), photoFileIds };
  return { owner, draft, post: output(await product.call('posts', 'publish', draft, owner)) };
}
const read = async (id: string, openid: string) =>
  output(await product.call('posts', 'read', { id }, openid));

test('the post is public at once, its photo once WeChat has let it pass, and to members only', async () => {
  const { owner, post } = await publishPhotos();
  const reader = await product.enrol('reader');
  expect(post).toMatchObject({ status: 'published', photos: [{ state: 'waiting' }], photoCount: 0 });
  expect(await read(post.id, reader)).toMatchObject({ photos: [], photoCount: 0 });
  await minutes(1);
  const [message] = await messages(1);
  expect(await read(post.id, reader)).toMatchObject({ photos: [] });
  await deliver(message ?? {});
  await deliver(message ?? {});
  expect(await read(post.id, '')).toMatchObject({ photos: [], photoCount: 1 });
  expect(await read(post.id, owner)).toMatchObject({ photos: [{ state: 'shown' }] });
  const [shown] = (await read(post.id, reader)).photos;
  const bytes = Buffer.from(await (await fetch(shown?.url ?? '')).arrayBuffer());
  // What WeChat looked at is what members see, and it holds nothing but the picture.
  expect(fetched[0]?.equals(bytes)).toBe(true);
  expect(bytes.includes(secretPlace)).toBe(false);
  expect(bytes.length).toBeLessThan(jpegWithPlace.length);
});

test('a photo that WeChat refuses is deleted, and its owner reads that', async () => {
  verdict = 'risky';
  await product.cloud.clock.advance(3 * 3_600_000, { fire: 'once' });
  const before = files();
  const { owner, post } = await publishPhotos();
  await minutes(1);
  for (const message of await messages(1)) await deliver(message);
  expect(await read(post.id, owner)).toMatchObject({
    status: 'published',
    photos: [{ url: '', state: 'refused' }],
  });
  await product.cloud.clock.advance(3_600_000, { fire: 'once' });
  expect(files()).toBe(before);
});

test('a photo that WeChat doubts is shown when a volunteer lets the post pass, and undone with that', async () => {
  verdict = 'review';
  const { owner, post } = await publishPhotos();
  const volunteer = await product.enrol('photo-volunteer', { role: 'volunteer' });
  await minutes(1);
  for (const message of await messages(1)) await deliver(message);
  expect(await read(post.id, owner)).toMatchObject({ status: 'published', photos: [{ state: 'waiting' }] });
  const { item } = output(await product.call('moderation', 'next', {}, volunteer));
  expect(item).toMatchObject({ id: post.id, why: [{ code: 'photo-doubtful' }] });
  expect(item?.post?.photos).toHaveLength(1);
  output(await product.call('moderation', 'decide', { id: post.id, decision: 'publish' }, volunteer));
  expect(await read(post.id, owner)).toMatchObject({ photos: [{ state: 'shown' }] });
  output(await product.call('moderation', 'undo', { id: post.id }, volunteer));
  expect(await read(post.id, owner)).toMatchObject({ photos: [{ state: 'waiting' }] });
  output(await product.call('moderation', 'decide', { id: post.id, decision: 'publish' }, volunteer));
});

test('a correction keeps what WeChat has not refused', async () => {
  const { owner, post } = await publishPhotos([jpegWithPlace, jpegWithPlace]);
  await minutes(1);
  const [first, second] = await messages(2);
  await deliver({ ...first, result: { suggest: 'risky', label: 20001 } });
  await deliver(second ?? {});
  await storeOf(product.cloud.database).update('posts', post.id, { status: 'pending' });
  const corrected = await product.call(
    'posts',
    'correct',
    { id: post.id, draft: aCorrection('家里多的一盒') },
    owner,
  );
  expect(output(corrected).photos).toMatchObject([{ state: 'shown' }]);
});

test.each([[-1], [44991], [45009], [61010], ['silent' as const]])(
  'while mediaCheckAsync answers %p no photo is shown; it is asked again by itself',
  async (now) => {
    trouble = now;
    const { owner, post } = await publishPhotos();
    await minutes(2);
    expect(await read(post.id, owner)).toMatchObject({ status: 'published', photos: [{ state: 'waiting' }] });
    trouble = null;
    await minutes(5);
    for (const message of await messages(1)) await deliver(message);
    expect(await read(post.id, owner)).toMatchObject({ photos: [{ state: 'shown' }] });
  },
);

test('a verdict that is lost, or says that nothing could be judged, is asked for again', async () => {
  const { owner, post } = await publishPhotos([jpegWithPlace, jpegWithPlace]);
  await minutes(1);
  const [lost, failed] = await messages(2);
  await deliver({ ...failed, errcode: -1008, result: undefined });
  await minutes(3);
  for (const message of await messages(1)) await deliver(message);
  expect((await read(post.id, owner)).photos.map(({ state }) => state).sort()).toEqual(['shown', 'waiting']);
  await minutes(31);
  for (const message of await messages(1)) await deliver(message);
  expect((await read(post.id, owner)).photos.map(({ state }) => state)).toEqual(['shown', 'shown']);
  // Late, under the name of the check that was given up.
  await deliver({ ...lost, result: { suggest: 'risky', label: 20001 } });
  expect((await read(post.id, owner)).photos.map(({ state }) => state)).toEqual(['shown', 'shown']);
});

test('a client that sends WeChat’s message decides nothing, whatever it says', async () => {
  verdict = 'risky';
  const { owner, post } = await publishPhotos();
  await minutes(1);
  const [message] = await messages(1);
  const forged = [
    { ...message, trace_id: 'f'.repeat(36), result: { suggest: 'pass', label: 100 } },
    { ...message, trace_id: null, result: { suggest: 'pass', label: 100 } },
    { ...message, trace_id: { $ne: '' }, result: { suggest: 'pass', label: 100 } },
    { MsgType: 'event', Event: 'wxa_media_check' },
    { MsgType: 'event', Event: 'toString' },
  ];
  for (const event of forged) await product.callRaw('moderation', event, owner);
  expect(await read(post.id, owner)).toMatchObject({ photos: [{ state: 'waiting' }] });
});

test('photos are of the account, at most two, pictures, of a spare; a form sent twice takes them once', async () => {
  const { owner, draft, post } = await publishPhotos();
  const again = output(await product.call('posts', 'publish', draft, owner));
  expect(again).toMatchObject({ id: post.id, photos: [{ state: 'waiting' }] });
  const thief = await product.enrol('thief');
  const unreadable = { error: { code: 'picture-unreadable', field: 'photoFileIds' } };
  const stolen = { ...aDraft('spare', { note: '' }), photoFileIds: draft.photoFileIds };
  expect(await product.call('posts', 'publish', stolen, thief)).toMatchObject(unreadable);
  const [page = ''] = await uploadPictures(product, thief, [Buffer.from('<html>a page</html>')]);
  const noPicture = { ...aDraft('spare', { note: '' }), photoFileIds: [page] };
  expect(await product.call('posts', 'publish', noPicture, thief)).toMatchObject(unreadable);
  const three = { ...aDraft('spare'), photoFileIds: [page, `${page}1`, `${page}2`] };
  expect(await product.call('posts', 'publish', three, thief)).toMatchObject({
    error: { code: 'invalid-input' },
  });
});

test('photos go with what was never published, with the post, and with the person', async () => {
  await publishPhotos();
  await product.cloud.clock.advance(3 * 3_600_000, { fire: 'once' });
  const before = files();
  const { owner } = await publishPhotos();
  const kept = files();
  await uploadPictures(product, owner, [jpegWithPlace]);
  await product.cloud.clock.advance(45 * 60_000, { fire: 'once' });
  expect(files()).toBeLessThan(kept + 1);
  output(await product.call('identity', 'eraseMyData', { confirm: true }, owner));
  await product.cloud.clock.advance(45 * 60_000, { fire: 'once' });
  expect(files()).toBe(before);
  for (const days of [4, 31, 1]) await product.cloud.clock.advance(days * 24 * 3_600_000, { fire: 'once' });
  expect(files()).toBe(0);
});
