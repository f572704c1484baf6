import { aCorrection, aDraft } from '../../cloudfunctions/shared/testing/a-draft';
import { publicPointOf } from '../../cloudfunctions/shared/domain/public-point';
import type { PostDraft } from '../../cloudfunctions/shared/contract/posts-calls';
import { regionAt } from '@facts/regions/region-tree';
import { output, personIdOf, startProduct, type Product } from './product';

let product: Product;
let donor: string;
let other: string;
beforeAll(async () => {
  product = await startProduct();
  donor = await product.enrol('donor');
  other = await product.enrol('other');
});
afterAll(() => product.close());

const publish = (draft: PostDraft = aDraft('spare'), openid = donor) =>
  product.call('posts', 'publish', draft, openid);

test('all posts from a cell show the same point and district, for all owners and picks', async () => {
  const second = await product.enrol('donor-second-account', { personId: personIdOf('donor') });
  const first = output(await publish());
  const [lng, lat] = first.publicPoint;
  const elsewhere = { point: [lng + 0.008, lat - 0.004] as [number, number], adcode: '430104' };
  const again = output(await publish(aDraft('spare', { place: elsewhere }), second));
  const stranger = output(await publish(aDraft('spare', { place: elsewhere }), other));
  expect([again.publicPoint, stranger.publicPoint]).toEqual([first.publicPoint, first.publicPoint]);
  expect([again.region, stranger.region]).toEqual([first.region, first.region]);
});

test('the district follows from the public point, whatever the picked label says', async () => {
  const writer = await product.enrol('far-labelled');
  const wuhan = { point: [114.3, 30.6] as [number, number], adcode: '430104' };
  const { region } = output(await publish(aDraft('spare', { place: wuhan }), writer));
  expect(region.label).toMatch(/^湖北省武汉市/);
});

test('a region picked from the list is shown at its centre, which everybody knows', async () => {
  const writer = await product.enrol('daughter-elsewhere');
  const [lng, lat] = regionAt('430104')?.centre ?? [0, 0];
  const place = { point: [lng, lat] as [number, number], adcode: '430104' };
  const post = output(await publish(aDraft('spare', { place }), writer));
  expect(post).toMatchObject({ publicPoint: [lng, lat], region: { adcode: '430104' } });
});

/** What may differ between two people of the same cell: ids, times and numbers to dial. */
const alike = (seen: unknown): string =>
  JSON.stringify(seen)
    .replace(/[0-9a-f]{32}/g, 'id')
    .replace(/\b\d{13}\b/g, 'time')
    .replace(/\b1\d{10}\b/g, 'number');

/** All that others, and other accounts of the person, can read about somebody who takes part at this place. */
async function everythingSeenOf(name: string, place: PostDraft['place']): Promise<Record<string, unknown>> {
  const owner = await product.enrol(name);
  const joined = await product.enrol(`${name}-joined`, { personId: personIdOf(name) });
  const viewer = await product.enrol(`${name}-viewer`);
  const published = output(await publish(aDraft('spare', { place }), owner));
  const { id, publicPoint } = published;
  const listed = async (east: number, sort: 'distance' | 'time') => {
    const from = { point: [publicPoint[0] + east, publicPoint[1]] as [number, number], adcode: '430104' };
    const input = { board: 'spare', place: from, sort, pageSize: 50 } as const;
    return output(await product.call('search', 'nearby', input, viewer)).posts.filter(
      (post) => post.id === id,
    );
  };
  const nearAndFar = [];
  for (const east of [0.002, 0.035])
    for (const sort of ['distance', 'time'] as const) nearAndFar.push(await listed(east, sort));
  const alert = { board: 'need' as const, items: ['ibuprofen'], place };
  const seen = {
    published,
    nearAndFar,
    opened: output(await product.call('posts', 'read', { id }, viewer)),
    alerts: output(await product.call('news', 'setAlert', alert, owner)).alerts,
    alertsForJoined: output(await product.call('news', 'alerts', {}, joined)).alerts,
    contact: output(await product.call('contact', 'request', { postId: id }, viewer)).contact,
    callers: output(await product.call('contact', 'callers', {}, joined)),
    news: output(await product.call('news', 'mine', {}, joined)),
    mine: output(await product.call('posts', 'mine', {}, joined)),
    corrected: output(await product.call('posts', 'correct', { id, draft: aCorrection('家里多的') }, joined)),
    fulfilled: output(await product.call('posts', 'fulfil', { id }, joined)),
    ended: output(await product.call('share', 'endedPost', { id }, viewer)),
  };
  output(await product.call('identity', 'eraseMyData', { confirm: true }, owner));
  return seen;
}

test('two homes of one cell show the same to everybody, also to other accounts of the person', async () => {
  const home = aDraft('spare').place;
  const [lng, lat] = publicPointOf(home.point);
  const across = { point: [lng + 0.006, lat - 0.003] as [number, number], adcode: '430105' };
  const one = await everythingSeenOf('of-one-home', home);
  const other = await everythingSeenOf('of-another-home', across);
  for (const [what, seen] of Object.entries(one))
    expect([what, alike(other[what])]).toEqual([what, alike(seen)]);
  expect(alike(one.nearAndFar)).toContain('"band":');
});
