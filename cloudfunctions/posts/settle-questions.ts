import { itemNames } from '../shared/domain/item-names';
import { questionStep } from '../shared/domain/post-question';
import { addNews } from '../shared/adapters/news-store';
import { inOrder } from '../shared/adapters/ordered-writes';
import { questionsDue } from '../shared/adapters/questions-due';
import { campaign } from '../shared/kernel/campaign';
import type { Failures } from '../shared/kernel/failures';
import { newsOf } from '../shared/kernel/news';
import { settleDue } from '../shared/kernel/settle-due';

/** The function's own timeout is twice as long. */
const budgetMs = 5_000;

/**
 * Asks the owners of spares and of urgent needs, and draws the conclusion where an owner did not answer. Answers how many
 * posts changed.
 */
export async function settleQuestions(nowMs: number, failures: Failures): Promise<number> {
  return settleDue({
    page: (skip) => questionsDue('posts', nowMs, skip),
    settle: (id) => settleQuestion(id, nowMs),
    failures,
    budgetMs,
  });
}

async function settleQuestion(id: string, nowMs: number): Promise<boolean> {
  return inOrder(async (ordered) => {
    const post = await ordered.read('posts', id);
    if (!post) return false;
    const owner = await ordered.read('persons', post.ownerId);
    // An erasure under way removes the post.
    if (owner?.isErasing) return false;
    // Written as it is: of this and an erasure that overlap, the later one sees the other.
    if (owner) await ordered.write('persons', owner);
    const next = questionStep(post, nowMs, campaign.limits);
    await ordered.write('posts', next);
    if (post.question === null && next.question !== null)
      await addNews(
        ordered,
        newsOf(post.board === 'spare' ? 'still-there' : 'still-needed', {
          to: { personId: post.ownerId },
          cause: `${id}.${nowMs}`,
          postId: id,
          facts: {
            board: post.board,
            summary: itemNames(post.items, campaign.catalogue),
            untilMs: next.questionDueAtMs,
          },
          atMs: nowMs,
        }),
      );
    return true;
  });
}
