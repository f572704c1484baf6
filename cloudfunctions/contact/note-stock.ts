import type { GrantDocument, PostDocument } from '../shared/contract/documents';
import { shownToBeThere, withGone, withNoAnswer } from '../shared/domain/post-question';
import { addNews } from '../shared/adapters/news-store';
import type { WritingFor } from '../shared/adapters/write-for';
import { campaign } from '../shared/kernel/campaign';
import { newsOf } from '../shared/kernel/news';

/**
 * Notes on a spare what its viewer found: empty, and its owner is asked, after the second viewer with an end; not reached, and its owner
 * is asked; or some, so that there was some until now.
 */
export async function noteStock(
  ordered: WritingFor,
  before: GrantDocument,
  { _id: id, postId, posterId, board, summary, outcome }: GrantDocument,
  nowMs: number,
): Promise<void> {
  if (board !== 'spare' || outcome === before.outcome) return;
  const post = await ordered.read('posts', postId);
  const owner = await ordered.read('persons', posterId);
  if (!post || !owner || owner.isErasing || owner.erasedAtMs !== null) return;
  const next = found(
    before.outcome === 'already-gone' ? withGone(post, id, false, nowMs, campaign.limits) : post,
    {
      id,
      outcome,
      nowMs,
    },
  );
  if (next === post) return;
  await ordered.alsoFor(posterId);
  await ordered.write('posts', next);
  if (post.question?.kind === 'gone' || next.question?.kind !== 'gone') return;
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

function found(
  post: PostDocument,
  { id, outcome, nowMs }: Pick<GrantDocument, 'outcome'> & { id: string; nowMs: number },
): PostDocument {
  const { limits } = campaign;
  switch (outcome) {
    case 'already-gone':
      return withGone(post, id, true, nowMs, limits);
    case 'no-answer':
      return withNoAnswer(post, nowMs, limits);
    case 'received':
      // That there was some says nothing about more where others found it empty, or more people than portions have its number.
      return post.goneBy.length > 0 || post.isResting ? post : shownToBeThere(post, nowMs, limits);
    default:
      return post;
  }
}
