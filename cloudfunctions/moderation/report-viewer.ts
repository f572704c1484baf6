import type { moderationCalls } from '../shared/contract/moderation-calls';
import type { GrantDocument } from '../shared/contract/documents';
import { fileViewerReport } from '../shared/adapters/file-viewer-report';
import { readDocument } from '../shared/adapters/ordered-writes';
import { authorOf } from '../shared/kernel/actor';
import { campaign } from '../shared/kernel/campaign';
import { accuserOf, aliasOf, reportIdOf, viewerReviewIdOf } from '../shared/kernel/moderation-hashes';
import type { OwnerUseCase } from '../shared/kernel/procedure';
import { randomId } from '../shared/kernel/random-id';
import { reportView } from './report-view';

/** The contact, as that of the poster to whom it leads. */
export async function grantOfPoster({
  id,
}: {
  id: string;
}): Promise<(GrantDocument & { ownerId: string }) | null> {
  const grant = await readDocument('grants', id);
  return grant && { ...grant, ownerId: grant.posterId };
}

/** Only a poster whom that person contacted may report the person. The report says nothing of who either of them is. */
export const reportViewer: OwnerUseCase<typeof moderationCalls.reportViewer, GrantDocument> = async (
  { id, reason },
  { viewerId, postId },
  poster,
  { nowMs, refuse },
) => {
  const { personId: reporterId } = poster;
  const reviewId = viewerReviewIdOf(viewerId);
  const filed = await fileViewerReport({
    author: authorOf(poster, nowMs),
    reportId: reportIdOf(reporterId, reviewId),
    reviewId,
    reporterId,
    grantId: id,
    viewerId,
    postId,
    reason,
    aliasOf,
    accuser: accuserOf(viewerId, reporterId),
    caseId: randomId(),
    limits: campaign.limits,
    nowMs,
  });
  if (typeof filed === 'string') throw refuse(filed);
  return { report: reportView(filed.report, await readDocument('posts', postId)), nowMs };
};
