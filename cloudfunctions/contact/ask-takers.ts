import { questionOf } from '../shared/domain/hand-over';
import { quietUntilMs } from '../shared/domain/matching';
import { takerOf } from '../shared/domain/talk';
import { questionsDue } from '../shared/adapters/questions-due';
import { addNews } from '../shared/adapters/news-store';
import { inOrder } from '../shared/adapters/ordered-writes';
import { campaign } from '../shared/kernel/campaign';
import type { Failures } from '../shared/kernel/failures';
import { settleDue } from '../shared/kernel/settle-due';
import { askedNews, passOnNews } from './contact-news';

const budgetMs = 5_000;

/**
 * Asks takers whether the medicine arrived, and those who were helped whether some is left. No person is asked in the quiet hours:
 * what became due in them waits until they are over. Answers how many were settled.
 */
export async function askTakers(nowMs: number, failures: Failures): Promise<number> {
  if (quietUntilMs(campaign.limits.matching, nowMs) !== null) return 0;
  return settleDue({
    page: (skip) => questionsDue('grants', nowMs, skip),
    settle: (id) => askTaker(id, nowMs),
    failures,
    budgetMs,
  });
}

/** The question and the news of it happen together; a need that is solved or withdrawn asks its owner nothing. */
async function askTaker(id: string, nowMs: number): Promise<boolean> {
  return inOrder(async (ordered) => {
    const grant = await ordered.read('grants', id);
    if (grant === null || grant.questionDueAtMs === null || grant.questionDueAtMs > nowMs) return false;
    const question = questionOf(grant);
    const post = question === null ? null : await ordered.read('posts', grant.postId);
    await ordered.write('grants', { ...grant, questionDueAtMs: null });
    if (question === 'pass-on') await addNews(ordered, passOnNews(grant, post?.itemCodes ?? [], nowMs));
    const isOver = grant.board === 'need' && (post === null || isClosedByOwner(post.status));
    if (question === 'outcome' && !isOver)
      await addNews(ordered, askedNews(grant, takerOf(grant.board), nowMs, 'late'));
    return true;
  });
}

const isClosedByOwner = (status: string): boolean => status === 'fulfilled' || status === 'withdrawn';
