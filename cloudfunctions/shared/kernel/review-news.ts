import type { PostDocument } from '../contract/documents';
import type { NewsDocument } from '../contract/news-document';
import type { Verdict } from '../contract/review';
import { itemNames } from '../domain/item-names';
import { campaign } from './campaign';
import { newsOf } from './news';

/**
 * What a post's owner reads of its review. `choice`: what a volunteer decided; `hidden` by reports; `returned` to its board unseen;
 * `stale`, because WeChat checks a text only for somebody who used the program lately.
 */
export const reviewNews = (
  post: PostDocument,
  choice: Verdict | 'hidden' | 'returned' | 'stale',
  cause: string,
  atMs: number,
): NewsDocument =>
  newsOf('review', {
    to: { personId: post.ownerId },
    cause: `${post._id}.${cause}`,
    postId: post._id,
    facts: { board: post.board, summary: itemNames(post.items, campaign.catalogue), choice },
    atMs,
  });
