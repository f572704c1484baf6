import type { CatalogueItem } from '../contract/campaign';
import type { PostDocument } from '../contract/documents';
import type { Post } from '../contract/post';

/** What anybody may see of a stored post: names instead of codes, and nothing of who posted but the masked name. */
export function publicPost(post: PublicFields, catalogue: readonly CatalogueItem[]): Post {
  return {
    id: post._id,
    board: post.board,
    status: post.status,
    items: post.items.map((item) => ({
      ...item,
      name: catalogue.find((candidate) => candidate.code === item.code)?.name ?? item.code,
    })),
    portions: post.portions,
    source: post.source,
    beneficiary: post.beneficiary,
    groups: post.groups,
    note: post.note,
    region: { adcode: post.districtCode, label: post.regionLabel },
    publicPoint: post.publicPoint.coordinates,
    posterName: post.ownerName,
    publishedAtMs: post.publishedAtMs,
    expiresAtMs: post.expiresAtMs,
  };
}

/** The stored fields that a viewer's post is made of: all a list needs to read. */
export type PublicFields = Pick<
  PostDocument,
  | '_id'
  | 'board'
  | 'status'
  | 'items'
  | 'portions'
  | 'source'
  | 'beneficiary'
  | 'groups'
  | 'note'
  | 'districtCode'
  | 'regionLabel'
  | 'publicPoint'
  | 'ownerName'
  | 'publishedAtMs'
  | 'expiresAtMs'
>;
