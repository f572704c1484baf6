import { MemberDocument, PostDocument } from '../../cloudfunctions/shared/contract/documents';
import { pickBody } from '../../cloudfunctions/shared/contract/post-body';
import { PostDraft } from '../../cloudfunctions/shared/contract/posts-calls';
import { draftFault } from '../../cloudfunctions/shared/domain/post-draft';
import { nearestDistrict } from '@facts/regions/nearest-district';
import { regionLabel } from '@facts/regions/region-label';
import { ancestorsOf } from '@facts/regions/region-tree';
import { campaign } from './catalogue';
import { people } from './people';
import { inventedPosts } from './posts';
import { seedDatabase } from './seed';

const nowMs = Date.UTC(2022, 11, 20, 6, 30);
const hourMs = 3_600_000;
const posts = [...inventedPosts(20_000, nowMs)];
/** Enough posts for the slower checks. */
const some = posts.slice(0, 3000);
const share = (holds: (post: PostDocument) => boolean): number => posts.filter(holds).length / posts.length;

test('every post has the stored shape', () => {
  expect(some.flatMap((post) => PostDocument.safeParse(post).error ?? [])).toEqual([]);
});

test('the same moment and number give the same posts; another seed gives others', () => {
  expect([...inventedPosts(200, nowMs)]).toEqual(posts.slice(0, 200));
  expect([...inventedPosts(200, nowMs, 1)]).not.toEqual(posts.slice(0, 200));
});

test('ids are unique', () => {
  expect(new Set(posts.map(({ _id }) => _id)).size).toBe(posts.length);
});

test('there are four needs for every spare', () => {
  expect(share(({ board }) => board === 'need')).toBeGreaterThan(0.78);
  expect(share(({ board }) => board === 'need')).toBeLessThan(0.82);
});

test('every post could have been published by the campaign’s own rules', () => {
  const faults = some.map((post) => ({ note: post.note, fault: draftFault(draftOf(post), campaign, nowMs) }));
  expect(faults.filter(({ fault }) => fault !== null)).toEqual([]);
});

test('most texts differ from each other', () => {
  const notes = posts.map(({ note }) => note).filter((note) => note !== '');
  expect(new Set(notes).size).toBeGreaterThan(notes.length * 0.95);
});

test('no post asks for two fever medicines, and no post for an infant asks for ibuprofen', () => {
  const fever = new Set(
    campaign.catalogue.filter(({ category }) => category === 'fever').map(({ code }) => code),
  );
  // One such father, with two old people at home, really did ask for a medicine for each of them.
  const needs = posts.filter(
    ({ board, note }) => board === 'need' && !note.startsWith('单亲爸爸带着7岁女儿和两位'),
  );
  const twice = needs.filter(({ itemCodes }) => itemCodes.filter((code) => fever.has(code)).length > 1);
  const infants = needs.filter(
    ({ groups, itemCodes }) => groups.includes('infant') && /ibuprofen/.test(itemCodes.join()),
  );
  expect([...twice, ...infants]).toEqual([]);
});

test('most posts are open and end later; the others ended before now', () => {
  const life = { need: 48 * hourMs, spare: 72 * hourMs };
  const wrong = posts.filter(
    ({ board, status, publishedAtMs, expiresAtMs, closedAtMs }) =>
      publishedAtMs >= nowMs ||
      expiresAtMs !== publishedAtMs + life[board] ||
      expiresAtMs <= nowMs + 0.5 * hourMs ||
      (status === 'published') !== (closedAtMs === null) ||
      (closedAtMs ?? 0) >= nowMs,
  );
  expect(wrong).toEqual([]);
  expect(share(({ status }) => status === 'published')).toBeGreaterThan(0.8);
  expect(share(({ status }) => status === 'fulfilled')).toBeGreaterThan(0.05);
  expect(share(({ status }) => status === 'withdrawn')).toBeGreaterThan(0.01);
});

test('more is posted in the evening than at night', () => {
  const inHours = (from: number, to: number): number =>
    share(({ publishedAtMs }) => {
      const hour = Math.floor(publishedAtMs / hourMs + 8) % 24;
      return hour >= from && hour < to;
    });
  expect(inHours(18, 22)).toBeGreaterThan(inHours(1, 5) * 5);
});

test('a region’s codes and name are the product’s', () => {
  const wrong = posts.filter(({ districtCode, cityCode, provinceCode, regionLabel: label }) => {
    const above = ancestorsOf(districtCode).map(({ adcode }) => adcode);
    return (
      label !== regionLabel(districtCode) || above.some((code) => ![cityCode, provinceCode].includes(code))
    );
  });
  expect(wrong).toEqual([]);
});

test('posts are where people are: many in Shanghai, some in every province', () => {
  const byProvince = new Map<string, number>();
  for (const { provinceCode } of posts) byProvince.set(provinceCode, (byProvince.get(provinceCode) ?? 0) + 1);
  expect(byProvince.size).toBeGreaterThanOrEqual(32);
  // Shanghai's share of the population: 24.87 of 1,414 million people.
  expect(byProvince.get('310000')).toBeGreaterThan(250);
  expect(byProvince.get('310000')).toBeLessThan(460);
});

test('most points lie in or next to the city that they name', () => {
  const near = some.filter(({ publicPoint, cityCode }) => {
    const { adcode } = nearestDistrict(publicPoint.coordinates);
    return adcode.slice(0, 4) === cityCode.slice(0, 4);
  });
  expect(near.length).toBeGreaterThan(some.length * 0.93);
});

test('no person has more than three posts', () => {
  const owned = new Map<string, number>();
  for (const { ownerId } of posts) owned.set(ownerId, (owned.get(ownerId) ?? 0) + 1);
  expect(Math.max(...owned.values())).toBe(3);
});

test('a database gets the requested number of posts, and the verified people', async () => {
  const loaded = new Map<string, Record<string, unknown>[]>();
  const database = {
    bulkLoad: (collection: string, documents: Iterable<Record<string, unknown>>) => {
      const all = [...(loaded.get(collection) ?? []), ...documents];
      loaded.set(collection, all);
      return Promise.resolve(all.length);
    },
  };
  await seedDatabase(database, { posts: 500, now: nowMs, phoneKey: Buffer.alloc(32).toString('base64') });
  expect(loaded.get('posts')).toHaveLength(500);
  const members = loaded.get('members') ?? [];
  const demo = people.filter(({ verified }) => verified);
  expect(members.slice(0, demo.length).map(({ _id }) => _id)).toEqual(demo.map(({ openid }) => openid));
  const reachable = new Set(members.filter(({ phone }) => phone).map(({ personId }) => personId));
  expect(loaded.get('posts')?.filter(({ ownerId }) => !reachable.has(ownerId as string))).toEqual([]);
  for (const post of loaded.get('posts') ?? []) PostDocument.parse(post);
  for (const member of loaded.get('members') ?? []) MemberDocument.parse(member);
});

/** The form with which the owner of a post would have published it. */
function draftOf(post: PostDocument): PostDraft {
  const { portions, source, ...body } = pickBody(post);
  return PostDraft.parse({
    board: post.board,
    clientToken: post._id,
    place: { point: post.publicPoint.coordinates, adcode: post.districtCode },
    ...body,
    ...(post.board === 'spare' && { portions: portions?.total, source }),
  });
}
