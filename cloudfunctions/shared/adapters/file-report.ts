import type { CampaignLimits } from '../contract/campaign';
import type { PostDocument } from '../contract/documents';
import type { ReportDocument } from '../contract/moderation-documents';
import type { NewsDocument } from '../contract/news-document';
import type { ReportReason } from '../contract/review';
import { newRecord, withAccusation, withOwnReport } from '../domain/record';
import { newReview, reporterWeight, withReport } from '../domain/reporting';
import { isDoubtful } from '../domain/score/level';
import { statusAt } from '../domain/post-life';
import { addNews } from './news-store';
import { writeFor, type Author } from './write-for';

/** A report as it is about to be filed; the ids follow from its reporter, the post and the post's owner. */
export interface NewReport {
  author: Author;
  reportId: string;
  reporterId: string;
  postId: string;
  reason: ReportReason;
  aliasOf(reviewId: string, personId: string): string;
  accuserOf(ownerId: string, reporterId: string): string;
  /** What the owner reads if this report hides the post. */
  hiddenNews(post: PostDocument): NewsDocument;
  /** A random id for the case, if a new one begins. */
  caseId: string;
  limits: Pick<CampaignLimits, 'reportersToHide'>;
  nowMs: number;
}

/** The report, whether filed by this call or an earlier one; otherwise why it was not filed. */
export type Filed = { report: ReportDocument } | 'not-found' | 'post-closed' | 'own-post' | 'report-limit';

/**
 * Files one person's report of one post in one transaction: the report, the reporter's and the owner's record, the
 * review, and the post if the report hides it. Filing it again answers the first report.
 */
export async function fileReport(filed: NewReport): Promise<Filed> {
  const { reportId, reporterId, postId, reason, caseId, limits, nowMs } = filed;
  return writeFor(filed.author, async (ordered): Promise<Filed> => {
    const { read, write, alsoFor } = ordered;
    const earlier = await read('reports', reportId);
    if (earlier) return { report: earlier };
    const post = await read('posts', postId);
    if (!post) return 'not-found';
    if (post.ownerId === reporterId) return 'own-post';
    const status = statusAt(post, nowMs);
    if (status === 'pending' || status === 'rejected') return 'post-closed';
    const reporter = (await read('records', reporterId)) ?? newRecord(reporterId);
    const counted = withOwnReport(reporter, nowMs);
    if (!counted) return 'report-limit';
    const owner = (await read('records', post.ownerId)) ?? newRecord(post.ownerId);
    const before =
      (await read('reviews', postId)) ??
      newReview(post, { owner: filed.aliasOf(postId, post.ownerId), caseId, nowMs });
    const report: ReportDocument = {
      _id: reportId,
      reporterId,
      postId,
      viewerReviewId: null,
      reason,
      weight: reporterWeight(reporter),
      state: 'received',
      atMs: nowMs,
      handledAtMs: null,
    };
    const accused = withAccusation(owner, report, filed.accuserOf(post.ownerId, reporterId));
    const reported = withReport(before, { ...post, status }, report, {
      limits,
      isDoubtful: isDoubtful(before.score),
      reporter: filed.aliasOf(postId, reporterId),
      caseId,
      nowMs,
    });
    await alsoFor(post.ownerId);
    await write('reports', report);
    await write('records', counted);
    await write('records', accused);
    await write('reviews', reported.review);
    if (reported.post) {
      const hidden = { ...post, ...reported.post };
      await write('posts', hidden);
      await addNews(ordered, filed.hiddenNews(hidden));
    }
    return { report };
  });
}
