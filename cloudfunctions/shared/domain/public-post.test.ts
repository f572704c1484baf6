import { Post } from '../contract/post';
import { PostBody, pickBody } from '../contract/post-body';
import { campaign } from '../kernel/campaign';
import { aDocument } from '../testing/a-document';
import { publicPost } from './public-post';

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

test('an item that the campaign no longer lists is shown by its code', () => {
  const old = aDocument({ items: [{ code: 'of-last-year', quantity: 1, unit: '盒' }] });
  expect(publicPost(old, campaign.catalogue).items[0]?.name).toBe('of-last-year');
});
