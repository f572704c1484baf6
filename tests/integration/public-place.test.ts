import { aDraft } from '../../cloudfunctions/shared/testing/a-draft';
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
