import { checkedAgain } from '../../shared/domain/reviewing';
import type { ReviewDocument } from '../../shared/contract/moderation-documents';
import { withPublication } from '../../shared/domain/record';
import { checkText, isStaleAccount } from '../../shared/adapters/content-check';
import { addNews } from '../../shared/adapters/news-store';
import { inOrder, readDocument } from '../../shared/adapters/ordered-writes';
import { dueReviews } from '../../shared/adapters/review-store';
import { campaign } from '../../shared/kernel/campaign';
import { ownersNews } from '../owners-news';
import { checkedNews } from './decided-news';
import { each, type Run } from './run';

const pageSize = 200;
/** WeChat takes 4,000 texts a minute; this many at once stay far below and drain ten minutes of a peak in a few. */
const atOnce = 12;
/** When WeChat leaves this many in a row unanswered, it is down, and the others are not tried in this run. */
const patience = 12;

/** Asks WeChat again about texts that it has not judged yet. */
export async function checkTexts(run: Run): Promise<number> {
  let checked = 0;
  let silent = 0;
  while (run.hasTime() && silent < patience) {
    const due = await dueReviews('unchecked', run.nowMs, pageSize);
    if (due.length === 0) break;
    const answered = await each(due, run, atOnce, async (review) => {
      if (silent >= patience) return false;
      const isAnswered = await checkOne(review, run.nowMs);
      silent = isAnswered ? 0 : silent + 1;
      return isAnswered;
    });
    checked += answered;
    if (due.length < pageSize) break;
  }
  return checked;
}

/** @returns whether WeChat answered */
async function checkOne({ _id: id, account }: ReviewDocument, nowMs: number): Promise<boolean> {
  const seen = await readDocument('posts', id);
  const answer = seen ? await checkText(seen.note, account) : null;
  await inOrder(async (ordered) => {
    const review = await ordered.read('reviews', id);
    if (review?.state !== 'unchecked') return;
    const post = await ordered.read('posts', id);
    // The owner has ended or corrected the post since; a corrected text was checked when it was sent.
    if (!post || !answer || post.status !== 'pending') {
      await ordered.write('reviews', { ...review, state: 'decided', dueAtMs: null });
      return;
    }
    if (post.note !== seen?.note) return;
    const step = checkedAgain(review, post, answer.kind, { nowMs, limits: campaign.limits });
    await ordered.write('reviews', step.review);
    if (step.post) await ordered.write('posts', step.post);
    const isStale = isStaleAccount(answer);
    // The same news once a round, however often WeChat is asked.
    const news = isStale
      ? ownersNews(post, 'stale', `${review.caseId}.stale`, nowMs)
      : step.post && checkedNews(step.review, step.post, nowMs);
    if (news) await addNews(ordered, news);
    if (step.post?.status !== 'published') return;
    const record = await ordered.read('records', post.ownerId);
    if (record) await ordered.write('records', { ...record, ...withPublication(record, nowMs) });
  });
  return answer?.kind !== 'unavailable' || isStaleAccount(answer);
}
