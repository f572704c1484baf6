import type { ShareTarget } from '../shared/contract/share-calls';
import { readDocument } from '../shared/adapters/ordered-writes';
import { placeOf } from '../shared/adapters/place-store';
import { statusAt } from '../shared/domain/post-life';

/** Why nothing new may lead to a target: it is not there, or its post has ended. Null for what everybody can see. */
export async function faultOf(
  { kind, id }: ShareTarget,
  nowMs: number,
): Promise<'not-found' | 'post-closed' | null> {
  if (kind === 'place') return (await placeOf(id)) === null ? 'not-found' : null;
  const post = await readDocument('posts', id);
  if (!post) return 'not-found';
  return statusAt(post, nowMs) === 'published' ? null : 'post-closed';
}
