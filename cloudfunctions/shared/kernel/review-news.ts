import type { PostDocument } from '../contract/documents';
import type { NewsDocument } from '../contract/news-document';
import type { Verdict } from '../contract/review';
import { newsOf } from './news';

/**
 * What happened to a post: a volunteer's decision; `hidden` by reports; `returned` to its board unseen; `stale`, because WeChat checks a
 * text only for somebody who used the program lately.
 */
export type ReviewChoice = Verdict | 'hidden' | 'returned' | 'stale';

/** What a post's owner reads of its review. `summary`: the names of its items. */
export const reviewNews = (
  { _id: postId, ownerId, board }: Pick<PostDocument, '_id' | 'ownerId' | 'board'>,
  summary: string,
  { choice, cause, atMs }: { choice: ReviewChoice; cause: string; atMs: number },
): NewsDocument =>
  newsOf('review', {
    to: { personId: ownerId },
    cause: `${postId}.${cause}`,
    postId,
    facts: { board, summary, choice },
    atMs,
  });
