import type { ListedFields } from '../contract/documents';
import type { OpenedPost, Post } from '../contract/post';
import { emptyBody } from '../contract/post-body';

/** An open need in its public form. */
export const aPost = (changes: Partial<Post> = {}): Post => ({
  id: 'a'.repeat(32),
  board: 'need',
  status: 'published',
  ...emptyBody,
  items: [{ code: 'ibuprofen', name: '布洛芬', quantity: 4, unit: '粒' }],
  region: { adcode: '430104', label: '湖南省长沙市岳麓区' },
  publicPoint: [112.93, 28.23],
  priority: (changes.groups?.length ?? 0) > 0,
  posterName: '李*',
  publishedAtMs: 0,
  expiresAtMs: 1,
  confirmedAtMs: null,
  isResting: false,
  ...changes,
});

/** The same post as a guest opens it, who may do nothing with it. */
export const anOpenedPost = (changes: Partial<OpenedPost> = {}): OpenedPost => ({
  ...aPost(),
  mine: false,
  isUnconfirmed: false,
  can: {
    contact: false,
    renew: false,
    withdraw: false,
    give: false,
    undoGift: false,
    fulfil: false,
    keep: false,
    correct: false,
    appeal: false,
    report: false,
  },
  review: null,
  reportToken: null,
  question: null,
  photos: [],
  photoCount: 0,
  opensLeft: null,
  contactsLeft: null,
  ...changes,
});

/** The stored fields of such a post, as a list reads them. */
export function storedFieldsOf(post: Omit<Post, 'priority'>): ListedFields {
  const point = { type: 'Point' as const, coordinates: post.publicPoint };
  const { adcode, label } = post.region;
  return {
    ...post,
    _id: post.id,
    ownerName: post.posterName,
    districtCode: adcode,
    regionLabel: label,
    publicPoint: point,
  };
}
