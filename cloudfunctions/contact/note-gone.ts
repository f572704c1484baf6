import type { GrantDocument } from '../shared/contract/documents';
import { withGone } from '../shared/domain/post-question';
import { addNews } from '../shared/adapters/news-store';
import type { WritingFor } from '../shared/adapters/write-for';
import { campaign } from '../shared/kernel/campaign';
import { newsOf } from '../shared/kernel/news';

/** Notes on a spare that its viewer found it empty; the second viewer who does makes its owner be asked. */
export async function noteGone(
  ordered: WritingFor,
  before: GrantDocument,
  { _id: id, postId, posterId, board, summary, outcome }: GrantDocument,
  nowMs: number,
): Promise<void> {
  const isGone = outcome === 'already-gone';
  if (board !== 'spare' || isGone === (before.outcome === 'already-gone')) return;
  const post = await ordered.read('posts', postId);
  const owner = await ordered.read('persons', posterId);
  if (!post || !owner || owner.isErasing || owner.erasedAtMs !== null) return;
  await ordered.alsoFor(posterId);
  const next = withGone(post, id, isGone, nowMs, campaign.limits);
  await ordered.write('posts', next);
  if (post.question !== null || next.question === null) return;
  await addNews(
    ordered,
    newsOf('gone', {
      to: { personId: posterId },
      cause: `${postId}.${nowMs}`,
      postId,
      facts: { board, summary, count: next.goneBy.length, untilMs: next.questionDueAtMs },
      atMs: nowMs,
    }),
  );
}
