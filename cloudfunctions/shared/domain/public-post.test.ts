import { Post } from '../contract/post';
import { PostBody, pickBody } from '../contract/post-body';
import { campaign } from '../kernel/campaign';
import { aDocument } from '../testing/a-document';
import { forGuests, publicPost } from './public-post';

const post = aDocument({ ownerId: 'e'.repeat(32), ownerName: '李*' });
const shown = publicPost(post, campaign.catalogue);
const nameOf = (code: string) => campaign.catalogue.find((item) => item.code === code)?.name;

test('a stored post is shown with all that its poster said, and with names instead of codes', () => {
  const { items, ...body } = pickBody(post);
  expect(shown).toMatchObject(body);
  expect(shown.items).toEqual([{ ...items[0], name: nameOf('ibuprofen') }]);
  expect(Object.keys(shown)).toEqual(expect.arrayContaining(Object.keys(PostBody.shape)));
});

test('it fits the contract, and of its owner it shows the masked name alone', () => {
  expect(Post.safeParse(shown).error).toBeUndefined();
  expect(shown.posterName).toBe('李*');
  expect(JSON.stringify(shown)).not.toContain(post.ownerId);
});

test('guests see the hour and that it is for a vulnerable group, but not which group or whose post', () => {
  const note = '孕'.repeat(60);
  const atMs = Date.UTC(2026, 10, 28, 9, 41, 7, 123);
  const sensitive = aDocument({
    groups: ['pregnant'],
    note,
    publishedAtMs: atMs,
    expiresAtMs: atMs + 48 * 3_600_000,
  });
  const whole = publicPost(sensitive, campaign.catalogue);
  expect(whole).toMatchObject({ groups: ['pregnant'], priority: true, publishedAtMs: atMs });
  const hour = Date.UTC(2026, 10, 28, 9);
  const coarse = {
    groups: [],
    priority: true,
    posterName: '',
    publishedAtMs: hour,
    expiresAtMs: hour + 48 * 3_600_000,
  };
  expect(forGuests(whole)).toMatchObject({ ...coarse, note });
});

test('an item that the campaign no longer lists is shown by its code', () => {
  const old = aDocument({ items: [{ code: 'of-last-year', quantity: 1, unit: '盒' }] });
  expect(publicPost(old, campaign.catalogue).items[0]?.name).toBe('of-last-year');
});
