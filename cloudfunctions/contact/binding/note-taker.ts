import type { GrantDocument } from '../../shared/contract/documents';
import { shownAtMs, withTakers } from '../../shared/domain/post-question';
import type { Ordered } from '../../shared/adapters/ordered-writes';

/**
 * One more viewer has the number of a spare: it may be spoken for now. In the transaction that stores the number. Reads the other contacts
 * only where there are more of them than portions.
 */
export async function noteTaker(
  { read, write }: Pick<Ordered, 'read' | 'write'>,
  { _id: id, postId, posterId, board, openedBy }: GrantDocument,
  nowMs: number,
): Promise<void> {
  if (board !== 'spare' || openedBy !== 'viewer') return;
  const [post, admission] = [await read('posts', postId), await read('admissions', postId)];
  const left = post?.portions?.left ?? 0;
  if (!post || !admission || admission.grants.length <= left) return;
  const others = await Promise.all(
    admission.grants.filter((each) => each !== id).map((each) => read('grants', each)),
  );
  const since = others.filter((each) => each?.boundAtMs && each.boundAtMs >= shownAtMs(post));
  const next = withTakers(post, since.length + 1, nowMs);
  const owner = next === post ? null : await read('persons', posterId);
  // Written as it is: of this and an erasure that overlap, the later one sees the other.
  if (!owner || owner.isErasing || owner.erasedAtMs !== null) return;
  await write('persons', owner);
  await write('posts', next);
}
