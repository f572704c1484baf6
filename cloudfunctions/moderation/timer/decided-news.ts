import type { PostDocument } from '../../shared/contract/documents';
import type { ReviewDocument } from '../../shared/contract/moderation-documents';
import type { NewsDocument } from '../../shared/contract/news-document';
import { ownersNews } from '../owners-news';

/** What the owner of a post reads of a volunteer's decision; null for one that changes nothing for them. */
export function decidedNews(
  { caseId, decision }: ReviewDocument,
  post: PostDocument,
  nowMs: number,
): NewsDocument | null {
  if (!decision) return null;
  const status = decidedStatuses[decision.verdict];
  if (status !== 'pending' && decision.before?.status === status) return null;
  // The owner has ended or corrected the post since.
  if (post.status !== status) return null;
  return ownersNews(post, decision.verdict, `${caseId}.${decision.atMs}`, nowMs);
}

const decidedStatuses: Readonly<Record<string, PostDocument['status']>> = {
  publish: 'published',
  refuse: 'rejected',
  'ask-to-correct': 'pending',
};

/** What the owner reads once WeChat has checked the text; null while a volunteer has to look. */
export function checkedNews(
  { caseId }: ReviewDocument,
  post: PostDocument,
  nowMs: number,
): NewsDocument | null {
  if (post.status === 'published') return ownersNews(post, 'publish', caseId, nowMs);
  return post.status === 'rejected' ? ownersNews(post, 'refuse', caseId, nowMs) : null;
}
