import type { CampaignLimits } from '../contract/campaign';
import type { ReportDocument } from '../contract/moderation-documents';
import type { ReportReason } from '../contract/review';
import { newRecord, withAccusation, withOwnReport } from '../domain/record';
import { newReview, reporterWeight, withViewerReport } from '../domain/reporting';
import { writeFor, type Author } from './write-for';

/** A poster's report of a viewer as it is about to be filed; the ids follow from both people. */
export interface NewViewerReport {
  author: Author;
  reportId: string;
  reviewId: string;
  reporterId: string;
  /** The contact, which must not have been erased meanwhile. */
  grantId: string;
  viewerId: string;
  /** The reporter's post about which the viewer came. */
  postId: string;
  reason: ReportReason;
  aliasOf(reviewId: string, personId: string): string;
  /** The viewer's accuser, as a keyed hash of both. */
  accuser: string;
  /** A random id for the case, if a new one begins. */
  caseId: string;
  limits: Pick<CampaignLimits, 'reportersToHide'>;
  nowMs: number;
}

/**
 * Files one poster's report of one viewer in one transaction: the report, both records and the viewer's review. Filing it again answers
 * the first report; otherwise the answer says why it was not filed.
 */
export const fileViewerReport = ({
  author,
  reportId,
  reviewId,
  reporterId,
  grantId,
  viewerId,
  postId,
  reason,
  aliasOf,
  accuser,
  caseId,
  limits,
  nowMs,
}: NewViewerReport): Promise<{ report: ReportDocument } | 'not-found' | 'report-limit'> =>
  writeFor(author, async ({ read, write, alsoFor }) => {
    const earlier = await read('reports', reportId);
    if (earlier) return { report: earlier };
    const grant = await read('grants', grantId);
    if (!grant || grant.endReason === 'erased') return 'not-found';
    const reporter = (await read('records', reporterId)) ?? newRecord(reporterId);
    const counted = withOwnReport(reporter, nowMs);
    if (!counted) return 'report-limit';
    const viewer = (await read('records', viewerId)) ?? newRecord(viewerId);
    const fresh = newReview(
      { _id: reviewId, ownerId: viewerId },
      { owner: aliasOf(reviewId, viewerId), caseId, nowMs },
    );
    const before = (await read('reviews', reviewId)) ?? { ...fresh, kind: 'viewer' as const };
    const report: ReportDocument = {
      _id: reportId,
      reporterId,
      postId,
      viewerReviewId: reviewId,
      reason,
      weight: reporterWeight(reporter),
      state: 'received',
      atMs: nowMs,
      handledAtMs: null,
    };
    await alsoFor(viewerId);
    await write('reports', report);
    await write('records', counted);
    await write('records', withAccusation(viewer, report, accuser));
    const context = { limits, reporter: aliasOf(reviewId, reporterId), caseId, nowMs };
    await write('reviews', withViewerReport(before, report, context));
    return { report };
  });
