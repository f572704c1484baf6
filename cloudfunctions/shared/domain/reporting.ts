import type { CampaignLimits } from '../contract/campaign';
import type { PostDocument } from '../contract/documents';
import type { RecordDocument, ReportDocument, ReviewDocument } from '../contract/moderation-documents';
import type { ReviewCause } from '../contract/review';
import { laneOf } from './queue';

/** A hidden post that no volunteer has looked at comes back after this. */
export const unseenMs = 15 * 60_000;

/** Reports kept of one post; more of them change nothing. */
const keptReports = 40;

const lightest = 0.25;

/**
 * The weight of a reporter's word: 1 for somebody without a record, less for each report that was found false, and
 * never more than 1, because two honest strangers must be enough and one experienced reporter must not.
 */
export const reporterWeight = ({
  reportsRight,
  reportsWrong,
}: Pick<RecordDocument, 'reportsRight' | 'reportsWrong'>): number =>
  Math.max(lightest, Math.min(1, (reportsRight + 1) / (reportsRight + reportsWrong + 1)));

/** A need for a vulnerable group. It takes one more reporter to hide it, and volunteers see it first. */
export const isVulnerable = ({ board, groups }: Pick<PostDocument, 'board' | 'groups'>): boolean =>
  board === 'need' && groups.length > 0;

/** The weight of reports that hides a post. Each time it came back, it takes one more. */
export const weightToHide = (
  post: Pick<PostDocument, 'board' | 'groups'>,
  { reportersToHide }: Pick<CampaignLimits, 'reportersToHide'>,
  returns: number,
): number => reportersToHide + (isVulnerable(post) ? 1 : 0) + returns;

/** A post without reports and without reasons against it. `owner` is its owner's alias. */
export const newReview = (
  post: Pick<PostDocument, '_id' | 'ownerId'>,
  { owner, caseId, nowMs }: { owner: string; caseId: string; nowMs: number },
): ReviewDocument => ({
  _id: post._id,
  caseId,
  kind: 'post',
  state: 'waiting',
  lane: 1,
  sinceMs: nowMs,
  dueAtMs: null,
  ownerId: post.ownerId,
  account: '',
  claimedBy: null,
  excluded: [owner],
  score: [],
  causes: [],
  findings: [],
  reports: [],
  reportedWeight: 0,
  returns: 0,
  opinions: 0,
  appealText: null,
  checks: 0,
  decision: null,
  revision: 0,
});

/** The lane of a reported viewer: that of a reported post that is public, and that of a block once several posters agree. */
const viewerLane = (
  reportedWeight: number,
  { reportersToHide }: Pick<CampaignLimits, 'reportersToHide'>,
): number => (reportedWeight >= reportersToHide ? 3 : 1);

/** Adds a poster's report to the review of a viewer. Nothing happens to the viewer before two volunteers agree. */
export function withViewerReport(
  before: ReviewDocument,
  { reason, weight }: Pick<ReportDocument, 'reason' | 'weight'>,
  { limits, reporter, caseId, nowMs }: Omit<ReportContext, 'isDoubtful'>,
): ReviewDocument {
  const opened = before.state === 'decided' ? reopened(before, 'viewer', caseId, nowMs) : before;
  const reportedWeight = opened.reportedWeight + weight;
  return {
    ...opened,
    reports: [...opened.reports, { reason, weight }].slice(-keptReports),
    excluded: [...new Set([...opened.excluded, reporter])].slice(-80),
    causes: withCause(opened.causes, 'reported'),
    reportedWeight,
    lane: Math.max(opened.lane, viewerLane(reportedWeight, limits)),
  };
}

/** The effect of a new report. */
export interface Reported {
  review: ReviewDocument;
  /** The post's new fields, null where it stays as it is. */
  post: Pick<PostDocument, 'status' | 'review'> | null;
}

/**
 * Adds a report to a published or hidden post. Enough weight hides the post until a volunteer has looked, or for
 * fifteen minutes when its score does not speak against it too.
 */
export function withReport(
  before: ReviewDocument,
  post: PostDocument,
  report: Pick<ReportDocument, 'reason' | 'weight'>,
  { limits, isDoubtful, reporter, caseId, nowMs }: ReportContext,
): Reported {
  const { reason, weight } = report;
  const opened = before.state === 'decided' ? reopened(before, 'post', caseId, nowMs) : before;
  const review: ReviewDocument = {
    ...opened,
    reports: [...opened.reports, { reason, weight }].slice(-keptReports),
    excluded: [...new Set([...opened.excluded, reporter])].slice(-80),
    causes: withCause(opened.causes, 'reported'),
    reportedWeight: opened.reportedWeight + weight,
  };
  const hides =
    post.status === 'published' && review.reportedWeight >= weightToHide(post, limits, review.returns);
  if (!hides) return { review: { ...review, lane: Math.max(review.lane, laneOf(review, post)) }, post: null };
  const why = isDoubtful ? withCause(reasonsOf(review), 'reported') : (['reported'] as const);
  return {
    review: {
      ...review,
      lane: laneOf(review, { ...post, status: 'hidden' }),
      // A claimed review keeps its claim's end here: the volunteer is looking already.
      dueAtMs: review.state === 'claimed' ? review.dueAtMs : isDoubtful ? null : nowMs + unseenMs,
    },
    post: {
      status: 'hidden',
      review: { state: 'hidden', why: [...why], reason: null, sinceMs: nowMs, isAppealed: false },
    },
  };
}

export interface ReportContext {
  limits: Pick<CampaignLimits, 'reportersToHide'>;
  /** Whether the post's own score is doubtful. */
  isDoubtful: boolean;
  /** The reporter's alias in this review. */
  reporter: string;
  /** A random id for the case, if a new one begins. */
  caseId: string;
  nowMs: number;
}

const reasonsOf = ({ score }: ReviewDocument): ReviewCause[] => score.map(({ code }) => code);

const withCause = (causes: readonly ReviewCause[], cause: ReviewCause): ReviewCause[] => [
  ...new Set([...causes, cause]),
];

/** A new round after a decision: a post that was found fine takes one reporter more than before. */
const reopened = (
  before: ReviewDocument,
  kind: 'post' | 'viewer',
  caseId: string,
  nowMs: number,
): ReviewDocument => ({
  ...before,
  caseId,
  kind,
  state: 'waiting',
  sinceMs: nowMs,
  dueAtMs: null,
  claimedBy: null,
  reports: [],
  reportedWeight: 0,
  opinions: 0,
  decision: null,
});
