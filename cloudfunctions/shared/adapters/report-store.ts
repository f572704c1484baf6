import { ReportDocument } from '../contract/moderation-documents';
import { database } from './database';
import { documents } from './stored';

/** Most reports of one person that are ever listed. */
const ownListLimit = 50;

/** Reports of a post, at most as many as can ever count. */
export async function reportsOn(postId: string): Promise<ReportDocument[]> {
  const answer = await database.collection('reports').where({ postId }).limit(ownListLimit).get();
  return documents(ReportDocument, answer).filter(({ viewerReviewId }) => viewerReviewId === null);
}

/** Reports of a viewer by posters. */
export async function reportsOnViewer(viewerReviewId: string): Promise<ReportDocument[]> {
  const answer = await database.collection('reports').where({ viewerReviewId }).limit(ownListLimit).get();
  return documents(ReportDocument, answer);
}

/** A person's reports, the newest first. */
export async function reportsBy(reporterId: string): Promise<ReportDocument[]> {
  const answer = await database
    .collection('reports')
    .where({ reporterId })
    .orderBy('atMs', 'desc')
    .limit(ownListLimit)
    .get();
  return documents(ReportDocument, answer);
}
