import { emptyBody } from '../../cloudfunctions/shared/contract/post-body';
import type { Group } from '../../cloudfunctions/shared/contract/board';
import type { PostDocument } from '../../cloudfunctions/shared/contract/documents';
import { newPost } from '../../cloudfunctions/shared/domain/new-post';
import {
  benchPosts as boardPosts,
  type BenchPost,
} from '../../packages/sqlite-document-database/bench/fixtures/posts';

/** The posts that the database's own benchmarks use, as documents of the product: the same ids, places and items. */
export function* benchPosts(count: number): Generator<PostDocument, void, void> {
  for (const post of boardPosts(count)) yield documentOf(post);
}

function documentOf(post: BenchPost): PostDocument {
  const document = newPost({
    id: post._id,
    campaign: 'fever',
    board: post.board,
    owner: { id: post.ownerId, maskedName: post.ownerName },
    body: {
      ...emptyBody,
      items: post.items,
      portions: post.portions,
      groups: post.groups as Group[],
      note: post.note,
    },
    publicPoint: [...post.publicPoint.coordinates],
    region: { adcode: post.districtCode, label: '湖南省长沙市岳麓区' },
    publishedAtMs: post.publishedAtMs,
    expiresAtMs: post.expiresAtMs,
  });
  // No two of these points are equal, and the answers are compared with those of other databases, to the centimetre.
  return {
    ...document,
    searchPoint: document.publicPoint,
    status: post.status,
    closedAtMs: post.closedAtMs,
  };
}
