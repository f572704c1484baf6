import { returned } from '../../shared/domain/reviewing';
import { addNews } from '../../shared/adapters/news-store';
import { inOrder } from '../../shared/adapters/ordered-writes';
import { dueReviews } from '../../shared/adapters/review-store';
import { ownersNews } from '../owners-news';
import { each, type Run } from './run';

const pageSize = 200;

/** Shows hidden posts again that no volunteer has looked at in fifteen minutes and whose own score does not speak against them. */
export async function returnUnseen(run: Run): Promise<number> {
  const due = await dueReviews('waiting', run.nowMs, pageSize);
  return each(due, run, 4, ({ _id: id }) =>
    inOrder(async (ordered) => {
      const review = await ordered.read('reviews', id);
      if (review?.state !== 'waiting' || review.dueAtMs === null || review.dueAtMs > run.nowMs) return false;
      const post = await ordered.read('posts', id);
      if (post?.status !== 'hidden') {
        await ordered.write('reviews', { ...review, dueAtMs: null });
        return false;
      }
      const step = returned(review, post);
      await ordered.write('reviews', step.review);
      if (step.post) {
        await ordered.write('posts', step.post);
        await addNews(ordered, ownersNews(step.post, 'returned', String(run.nowMs), run.nowMs));
      }
      return true;
    }),
  );
}
