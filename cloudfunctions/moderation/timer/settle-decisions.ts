import type {
  RecordDocument,
  ReportDocument,
  ReviewDocument,
} from '../../shared/contract/moderation-documents';
import { isAboutPerson } from '../../shared/contract/review';
import { withoutAccusation, withPublication } from '../../shared/domain/record';
import { addNews } from '../../shared/adapters/news-store';
import { inOrder, type Ordered } from '../../shared/adapters/ordered-writes';
import { reportsOn, reportsOnViewer } from '../../shared/adapters/report-store';
import { dueReviews } from '../../shared/adapters/review-store';
import { accuserOf } from '../../shared/kernel/moderation-hashes';
import { decidedNews } from './decided-news';
import { each, type Run } from './run';

const pageSize = 200;

/** Draws the conclusions of decisions that can no longer be taken back: for the reporters, and for the owner's record. */
export async function settleDecisions(run: Run): Promise<number> {
  const due = [
    ...(await dueReviews('decided', run.nowMs, pageSize)),
    ...(await dueReviews('correcting', run.nowMs, pageSize)),
  ];
  return each(due, run, 4, async (review) => {
    await answerReporters(review, run.nowMs);
    return settle(review, run.nowMs);
  });
}

/**
 * One transaction each. The report's state says whether it has been counted, so a run that was cut short counts none
 * twice.
 */
async function answerReporters(
  { _id: id, kind, decision, ownerId }: ReviewDocument,
  nowMs: number,
): Promise<void> {
  const state = answerTo(decision);
  for (const { _id: reportId } of await (isAboutPerson(kind) ? reportsOnViewer(id) : reportsOn(id)))
    await inOrder(async (ordered) => {
      const report = await ordered.read('reports', reportId);
      if (!report) return;
      if (state === 'found-fine') await acquit(ordered, ownerId, report);
      if (report.state !== 'received') return;
      await ordered.write('reports', { ...report, state, handledAtMs: nowMs });
      if (state === 'ended') return;
      const record = await ordered.read('records', report.reporterId);
      // The person was erased meanwhile, so nothing about them may be written again.
      if (!record) return;
      const isRight = state === 'taken-down';
      await ordered.write('records', {
        ...record,
        ...(isRight ? { reportsRight: record.reportsRight + 1 } : { reportsWrong: record.reportsWrong + 1 }),
      });
    });
}

/** Takes the accusation of a report off the owner's record, also that of a refusal which an appeal has overturned. */
async function acquit(
  ordered: Ordered,
  ownerId: string,
  { reporterId }: Pick<ReportDocument, 'reporterId'>,
): Promise<void> {
  const record = await ordered.read('records', ownerId);
  if (record) await ordered.write('records', withoutAccusation(record, accuserOf(ownerId, reporterId)));
}

/** Without a decision the post had ended before a volunteer looked. */
function answerTo(decision: ReviewDocument['decision']): Exclude<ReportDocument['state'], 'received'> {
  switch (decision?.verdict) {
    case 'refuse':
    case 'ask-to-correct':
    case 'block':
      return 'taken-down';
    case 'publish':
    case 'no-block':
      return 'found-fine';
    default:
      return 'ended';
  }
}

async function settle({ _id: id }: ReviewDocument, nowMs: number): Promise<boolean> {
  return inOrder(async (ordered) => {
    const review = await ordered.read('reviews', id);
    const isDue = review?.state === 'decided' || review?.state === 'correcting';
    if (!review || !isDue || review.dueAtMs === null || review.dueAtMs > nowMs) return false;
    // What was decided about a person is kept with the person and in the trail, so nothing more of the review is needed.
    if (isAboutPerson(review.kind)) await ordered.remove('reviews', id);
    else await ordered.write('reviews', { ...review, dueAtMs: null });
    const record = await ordered.read('records', review.ownerId);
    const changed = record && concluded(record, review, nowMs);
    if (changed) await ordered.write('records', changed);
    const post = await ordered.read('posts', id);
    const news = post && decidedNews(review, post, nowMs);
    if (news) await addNews(ordered, news);
    return true;
  });
}

/** What a decision adds to the owner's record; null when it adds nothing. */
function concluded(
  record: RecordDocument,
  { _id: id, kind, decision }: ReviewDocument,
  nowMs: number,
): RecordDocument | null {
  switch (decision?.verdict) {
    case 'refuse':
      return kind === 'appeal' ? null : { ...record, refusedCount: record.refusedCount + 1 };
    case 'publish':
      if (kind === 'appeal')
        return {
          ...record,
          ...withPublication(record, nowMs),
          refusedCount: Math.max(0, record.refusedCount - 1),
        };
      return decision.before?.status === 'pending' ? { ...record, ...withPublication(record, nowMs) } : null;
    case 'no-block':
      return record.blockReviewId === id ? { ...record, blockReviewId: null } : null;
    default:
      return null;
  }
}
