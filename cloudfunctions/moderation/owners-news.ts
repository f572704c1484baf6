import type { PostDocument } from '../shared/contract/documents';
import type { NewsDocument } from '../shared/contract/news-document';
import { itemNames } from '../shared/domain/item-names';
import { campaign } from '../shared/kernel/campaign';
import { reviewNews, type ReviewChoice } from '../shared/kernel/review-news';

/** What a post's owner reads of its review. */
export const ownersNews = (
  post: PostDocument,
  choice: ReviewChoice,
  cause: string,
  atMs: number,
): NewsDocument => reviewNews(post, itemNames(post.items, campaign.catalogue), { choice, cause, atMs });
