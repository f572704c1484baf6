import { freed } from '../../shared/domain/reviewing';
import { isAboutPerson } from '../../shared/contract/review';
import { inOrder } from '../../shared/adapters/ordered-writes';
import { dueReviews } from '../../shared/adapters/review-store';
import { each, type Run } from './run';

const pageSize = 200;

/** Puts items back whose volunteer let the five minutes pass, so that they count as waiting and a hidden post comes back. */
export async function freeLapsed(run: Run): Promise<number> {
  const due = await dueReviews('claimed', run.nowMs, pageSize);
  return each(due, run, 4, ({ _id: id }) =>
    inOrder(async (ordered) => {
      const review = await ordered.read('reviews', id);
      if (review?.state !== 'claimed' || review.dueAtMs === null || review.dueAtMs > run.nowMs) return false;
      const post = isAboutPerson(review.kind) ? null : await ordered.read('posts', id);
      await ordered.write('reviews', freed(review, post, run.nowMs));
      return true;
    }),
  );
}
