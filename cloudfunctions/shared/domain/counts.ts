import type { PostDocument } from '../contract/documents';
import { dayStart, hourOf, type Count, type CountedIn } from '../contract/counted';
import { binOf } from './waiting-times';

type Post = Pick<
  PostDocument,
  'board' | 'cityCode' | 'provinceCode' | 'itemCodes' | 'publishedAtMs' | 'isFirst'
>;

const dayOf = (atMs: number, { provinceCode: province }: Post): CountedIn => ({
  kind: 'day',
  atMs: dayStart(atMs),
  province,
});

/** A new post, whether or not it waits for a volunteer first. */
export function postCounts(post: Post & { status: PostDocument['status'] }): Count[] {
  const { board, itemCodes, publishedAtMs: atMs } = post;
  const day = dayOf(atMs, post);
  const people = post.isFirst
    ? itemCodes.map((code) => ({ in: day, key: `item:${board}:${code}:people` }))
    : [];
  return [
    { in: hourOf(atMs), key: board },
    ...(post.status === 'pending' ? [{ in: hourOf(atMs), key: 'wait' }] : []),
    ...ofPlace(post, atMs, board),
    ...itemCodes.map((code) => ({ in: day, key: `item:${board}:${code}` })),
    ...people,
  ];
}

/** A need that its owner calls solved. */
export const solvedCounts = (post: Post, atMs: number): Count[] =>
  post.board === 'need'
    ? [
        { in: hourOf(atMs), key: 'solved' },
        ...ofPlace(post, atMs, 'solved'),
        { in: dayOf(atMs, post), key: `${post.cityCode}:help:${binOf(atMs - post.publishedAtMs)}` },
      ]
    : [];

/** A contact that came about: a number, or a request to call back. */
export const contactCounts = (post: Post, isFirstOfPost: boolean, atMs: number): Count[] => [
  { in: hourOf(atMs), key: 'contact' },
  ...(isFirstOfPost
    ? [
        ...ofPlace(post, atMs, 'contacted'),
        { in: dayOf(atMs, post), key: `${post.cityCode}:contact:${binOf(atMs - post.publishedAtMs)}` },
      ]
    : []),
];

/**
 * In the post's city. It also counts people, each at most once: only the first post that somebody ever published
 * counts its owner, so that sums over days and regions count no one twice.
 */
function ofPlace(post: Post, atMs: number, what: string): Count[] {
  const day = dayOf(atMs, post);
  const key = `${post.cityCode}:${what}`;
  return [{ in: day, key }, ...(post.isFirst ? [{ in: day, key: `${key}:people` }] : [])];
}
