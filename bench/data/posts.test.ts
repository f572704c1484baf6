import { createHash } from 'node:crypto';
import { benchPosts, postId, PORTIONS } from './posts';

test('the posts are the same ones each time, however many are asked for', () => {
  const some = [...benchPosts(300)];
  expect([...benchPosts(300)]).toEqual(some);
  expect([...benchPosts(1000)].slice(0, 300)).toEqual(some);
});

test('the posts are those of every machine and version', () => {
  const told = [...benchPosts(2000)].map(({ _id, board, status, itemCodes }) =>
    [_id, board, status, ...itemCodes].join(),
  );
  expect(createHash('sha256').update(told.join('\n')).digest('hex').slice(0, 16)).toBe('d4a8751e474c3e58');
});

test('ids are 32 hexadecimal digits, in no order, none twice', () => {
  const ids = Array.from({ length: 20_000 }, (_unused, index) => postId(index));
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
  const rising = ids.filter((id, index) => index > 0 && id > (ids[index - 1] as string)).length;
  expect(Math.abs(rising / ids.length - 0.5)).toBeLessThan(0.02);
});

test('the posts are mixed as the documentation says', () => {
  const posts = [...benchPosts(10_000)];
  const share = (test: (post: (typeof posts)[number]) => boolean): number =>
    posts.filter(test).length / posts.length;
  expect(share(({ board }) => board === 'need')).toBeCloseTo(0.8, 1);
  expect(share(({ status }) => status === 'published')).toBeCloseTo(0.9, 1);
  expect(share(({ itemCodes }) => itemCodes[0] === 'ibuprofen')).toBeCloseTo(0.28, 1);
  expect(share(({ itemCodes, portions }) => itemCodes.length === 1 && portions?.left === PORTIONS)).toBe(1);
});
