import type { PostDocument } from '../shared/contract/documents';
import type { Report } from '../shared/contract/moderation-calls';
import type { ReportDocument } from '../shared/contract/moderation-documents';
import { reportSentences, viewerReportSentences } from '../shared/domain/review-words';
import { campaign } from '../shared/kernel/campaign';

/** A report as its reporter reads it; `post` is null when it is gone. */
export const reportView = (
  { _id: id, postId, viewerReviewId, reason, state, atMs, handledAtMs }: ReportDocument,
  post: Pick<PostDocument, 'board' | 'items'> | null,
): Report => ({
  id,
  about: viewerReviewId === null ? 'post' : 'viewer',
  postId,
  board: post?.board ?? null,
  summary: post ? summaryOf(post) : '',
  reason,
  state,
  sentence: (viewerReviewId === null ? reportSentences : viewerReportSentences)[state],
  reportedAtMs: atMs,
  handledAtMs,
});

const summaryOf = ({ items }: Pick<PostDocument, 'items'>): string =>
  items.map(({ code }) => campaign.catalogue.find((item) => item.code === code)?.name ?? code).join('、');
