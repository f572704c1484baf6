import type { GrantDocument, PostDocument } from '../shared/contract/documents';
import { givesNumber } from '../shared/domain/post-question';
import { addNews } from '../shared/adapters/news-store';
import type { Ordered } from '../shared/adapters/ordered-writes';
import { newsOf } from '../shared/kernel/news';

/** Read in one transaction, each with its person; more than so many portions are rare. */
const mostTold = 10;

/**
 * The giver of a spare says that there is some: those who asked to be called back read it, the longest first and no more than there are
 * portions. In the transaction of the answer.
 * @returns how many
 */
export async function tellWaiting(
  ordered: Ordered,
  { before, after, nowMs }: { before: PostDocument; after: PostDocument; nowMs: number },
): Promise<number> {
  if (!after.portions || givesNumber(before, nowMs) || !givesNumber(after, nowMs)) return 0;
  const admission = await ordered.read('admissions', after._id);
  const most = Math.min(after.portions.left, mostTold);
  let told = 0;
  for (const id of admission?.callBacks.slice(0, most) ?? []) {
    const grant = await ordered.read('grants', id);
    if (grant?.state === 'asked' && grant.endReason === null)
      if (await addNews(ordered, stillLeftNews(grant, nowMs))) told += 1;
  }
  return told;
}

const stillLeftNews = ({ _id, postId, viewerId, board, summary, posterName }: GrantDocument, nowMs: number) =>
  newsOf('still-left', {
    to: { personId: viewerId },
    cause: `${_id}.${nowMs}`,
    postId,
    grantId: _id,
    facts: { board, summary, name: posterName },
    atMs: nowMs,
  });
