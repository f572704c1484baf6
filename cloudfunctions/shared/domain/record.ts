import type { RecordDocument, RecordedPost, ReportDocument } from '../contract/moderation-documents';

const dayMs = 24 * 3_600_000;

/** Reports that one person may make in a rolling day. */
export const reportsPerDay = 20;

const keptAccusers = 20;

/** The record of a person whose conduct has not been recorded yet. */
export const newRecord = (personId: string): RecordDocument => ({
  _id: personId,
  posts: [],
  publishedCount: 0,
  firstPublishedAtMs: null,
  refusedCount: 0,
  reportsRight: 0,
  reportsWrong: 0,
  reportedAtMs: [],
  moneyReporters: [],
  notRealReporters: [],
  blockReviewId: null,
  helped: 0,
  revision: 0,
});

/** Notes that this person reported; null when the day's reports are used up. */
export function withOwnReport(record: RecordDocument, nowMs: number): RecordDocument | null {
  const recent = record.reportedAtMs.filter((atMs) => atMs > nowMs - dayMs);
  if (recent.length >= reportsPerDay) return null;
  return { ...record, reportedAtMs: [...recent, nowMs] };
}

/** A reporter of less weight was mostly found wrong, so the word is not held against anyone. */
const tellingWeight = 0.5;

/** Records a report against this person. `accuser` is a keyed hash of reporter and person. */
export function withAccusation(
  record: RecordDocument,
  { reason, weight }: Pick<ReportDocument, 'reason' | 'weight'>,
  accuser: string,
): RecordDocument {
  if (weight < tellingWeight) return record;
  if (reason === 'asked-for-money')
    return { ...record, moneyReporters: added(record.moneyReporters, accuser) };
  if (reason === 'not-real') return { ...record, notRealReporters: added(record.notRealReporters, accuser) };
  return record;
}

/**
 * A volunteer found that the accuser was wrong. Otherwise two dealers who report a plea would leave its owner with a record for which
 * every later plea waits.
 */
export const withoutAccusation = (record: RecordDocument, accuser: string): RecordDocument => ({
  ...record,
  moneyReporters: record.moneyReporters.filter((each) => each !== accuser),
  notRealReporters: record.notRealReporters.filter((each) => each !== accuser),
});

const added = (accusers: readonly string[], accuser: string): string[] =>
  [...accusers.filter((each) => each !== accuser), accuser].slice(-keptAccusers);

const weekMs = 7 * dayMs;
const keptPosts = 40;

/** Notes a post that this person sent, or a corrected one in place of the earlier. */
export function withPost(record: RecordDocument, sent: RecordedPost, isPublic: boolean): RecordDocument {
  const others = record.posts.filter(({ id, atMs }) => id !== sent.id && atMs > sent.atMs - weekMs);
  return {
    ...record,
    posts: [...others, sent].slice(-keptPosts),
    ...(isPublic && withPublication(record, sent.atMs)),
  };
}

/** Whether this person has never sent a post before. */
export const isFirstOf = ({ posts, publishedCount, refusedCount }: RecordDocument): boolean =>
  posts.length === 0 && publishedCount === 0 && refusedCount === 0;

/** Counts a post that became public. */
export const withPublication = (
  { publishedCount, firstPublishedAtMs }: RecordDocument,
  nowMs: number,
): Pick<RecordDocument, 'publishedCount' | 'firstPublishedAtMs'> => ({
  publishedCount: publishedCount + 1,
  firstPublishedAtMs: firstPublishedAtMs ?? nowMs,
});
