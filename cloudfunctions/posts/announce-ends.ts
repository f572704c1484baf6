import type { PostDocument } from '../shared/contract/documents';
import { itemNames } from '../shared/domain/item-names';
import { quietUntilMs } from '../shared/domain/matching';
import { readCursor, saveCursor } from '../shared/adapters/match-store';
import { addNews } from '../shared/adapters/news-store';
import { inOrder } from '../shared/adapters/ordered-writes';
import { endingPosts } from '../shared/adapters/post-store';
import { campaign } from '../shared/kernel/campaign';
import type { Failures } from '../shared/kernel/failures';
import { newsOf } from '../shared/kernel/news';

const cursorId = 'ends-soon';
const minuteMs = 60_000;
const pageSize = 100;
/** A run starts no new page after this. */
const budgetMs = 5_000;

/**
 * Notifies the owners of posts that may be renewed from now on. The cursor is the end up to which owners were notified: a post that
 * is renewed ends after it again. Owners are not notified in the quiet hours; those are shorter than the time in which a post may
 * be renewed. Answers how many posts were announced.
 */
export async function announceEnds(nowMs: number, failures: Failures): Promise<number> {
  const { renewalMinutes, matching } = campaign.limits;
  if (quietUntilMs(matching, nowMs) !== null) return 0;
  const untilMs = performance.now() + budgetMs;
  const last = nowMs + renewalMinutes * minuteMs;
  const first = Math.max((await readCursor(cursorId)) ?? nowMs, nowMs);
  let announced = 0;
  for (let after = first; performance.now() < untilMs;) {
    const posts = await endingPosts({ after, until: last }, pageSize);
    const failedBefore = failures.count;
    for (const { _id } of posts)
      if (await failures.attempt(() => announceEnd(_id, last, nowMs))) announced += 1;
    // One that failed is tried again: it keeps the cursor until it ends.
    if (failures.count > failedBefore) break;
    const isWhole = posts.length < pageSize;
    // Others may end in the same millisecond as the last one of a page, so that one is read again; its news is the same.
    after = isWhole ? last : Math.max((posts.at(-1)?.expiresAtMs ?? last) - 1, after + 1);
    await saveCursor(cursorId, after);
    if (isWhole) break;
  }
  return announced;
}

async function announceEnd(id: string, lastMs: number, nowMs: number): Promise<boolean> {
  return inOrder(async (ordered) => {
    const post = await ordered.read('posts', id);
    if (post?.status !== 'published' || post.expiresAtMs > lastMs) return false;
    await addNews(ordered, endsSoonNews(post, nowMs));
    return true;
  });
}

const endsSoonNews = ({ _id, ownerId, board, items, expiresAtMs }: PostDocument, nowMs: number) =>
  newsOf('ends-soon', {
    to: { personId: ownerId },
    cause: `${_id}.${expiresAtMs}`,
    postId: _id,
    facts: { board, summary: itemNames(items, campaign.catalogue), untilMs: expiresAtMs },
    atMs: nowMs,
  });
