import type { PostDocument } from '../contract/documents';
import { emptyBody } from '../contract/post-body';
import { newPost } from '../domain/new-post';

/** An open need as it is stored. */
export const aDocument = (changes: Partial<PostDocument> = {}): PostDocument => ({
  ...newPost({
    id: 'a'.repeat(32),
    campaign: 'fever',
    board: 'need',
    owner: { id: 'f'.repeat(32), maskedName: '测*' },
    body: { ...emptyBody, items: [{ code: 'ibuprofen', quantity: 4, unit: '粒' }] },
    publicPoint: [112.931, 28.235],
    region: { adcode: '430104', label: '湖南省长沙市岳麓区' },
    publishedAtMs: 0,
    expiresAtMs: 48 * 3_600_000,
  }),
  ...changes,
});
