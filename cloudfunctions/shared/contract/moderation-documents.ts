import { z } from 'zod';
import { Board } from './board';
import { PersonId } from './documents';
import { NoteFinding } from './errors';
import { HexId } from './ids';
import { PostId } from './post';
import { RefusalReason, ReportReason, ReportState, ReviewCause, ScoreReason } from './review';

/** Collection `reports`: one person's report of one post; the id follows from both. */
export const ReportDocument = z.strictObject({
  _id: HexId,
  reporterId: PersonId,
  postId: PostId,
  reason: ReportReason,
  /** What it counts, by the record of its reporter at that time. */
  weight: z.number(),
  state: ReportState,
  atMs: z.int(),
  handledAtMs: z.int().nullable(),
});
export type ReportDocument = z.infer<typeof ReportDocument>;

/** A person within one review: a keyed hash of both, so that reviews do not lead from one to another. */
const Alias = HexId;

/** A reason and the points it was worth. */
export const ScoredReason = z.strictObject({ code: ScoreReason, points: z.int() });
export type ScoredReason = z.infer<typeof ScoredReason>;

/** What was decided last, kept so that it can be undone for a minute. */
export const ReviewDecision = z.strictObject({
  by: Alias,
  atMs: z.int(),
  verdict: z.enum(['publish', 'refuse', 'ask-to-correct', 'block', 'no-block', 'moot']),
  reason: RefusalReason.nullable(),
});
export type ReviewDecision = z.infer<typeof ReviewDecision>;

/**
 * Collection `reviews`: something that a human being has to look at; the id is the post's, or a random one of a block.
 * unchecked: WeChat's check has not answered · waiting: in the queue · claimed: a volunteer has it until `dueAtMs` ·
 * correcting: its owner was asked to correct it · decided.
 */
export const ReviewDocument = z.strictObject({
  _id: HexId,
  /** Random, new in each round; by it alone the audit trail names what was decided. */
  caseId: HexId,
  kind: z.enum(['post', 'appeal', 'block']),
  state: z.enum(['unchecked', 'waiting', 'claimed', 'correcting', 'decided']),
  /** Harm times vulnerability: what waiting counts (domain/queue.ts). */
  lane: z.int(),
  sinceMs: z.int(),
  /**
   * When a timer takes it up, by state. unchecked: to ask WeChat again. waiting: to show a hidden post again, null to leave it.
   * claimed: to free it. decided: to answer its reporters, null once that is done.
   */
  dueAtMs: z.int().nullable(),
  ownerId: PersonId,
  /** The account that published: WeChat's check asks for it. Empty for a block. */
  account: z.string().max(128),
  claimedBy: Alias.nullable(),
  /** People who may not decide it: its owner, its reporters, volunteers who had it before. */
  excluded: z.array(Alias).max(80),
  score: z.array(ScoredReason).max(12),
  causes: z.array(ReviewCause).max(12),
  findings: z.array(NoteFinding).max(60),
  reports: z.array(z.strictObject({ reason: ReportReason, weight: z.number() })).max(40),
  /** Weight of the reports since somebody last looked. */
  reportedWeight: z.number(),
  /** How often it came back on the board unseen or was found fine: each time it takes one reporter more. */
  returns: z.int(),
  opinions: z.int(),
  appealText: z.string().max(200).nullable(),
  /** Tries at WeChat's check. */
  checks: z.int(),
  decision: ReviewDecision.nullable(),
  revision: z.int(),
});
export type ReviewDocument = z.infer<typeof ReviewDocument>;

/** A post in the record of its owner. */
export const RecordedPost = z.strictObject({
  id: PostId,
  board: Board,
  codes: z.array(z.string()).max(10),
  /** Courses of medicine that it offers or asks for, all items and portions together. */
  courses: z.number(),
  atMs: z.int(),
  /** The moment that its place in the list by time is taken from. */
  rankedAtMs: z.int(),
});
export type RecordedPost = z.infer<typeof RecordedPost>;

/** Collection `records`: how a person has behaved, in counts. Erased with the person. */
export const RecordDocument = z.strictObject({
  _id: PersonId,
  /** Of the last week, the latest last. */
  posts: z.array(RecordedPost).max(40),
  publishedCount: z.int(),
  firstPublishedAtMs: z.int().nullable(),
  refusedCount: z.int(),
  /** As a reporter. */
  reportsRight: z.int(),
  reportsWrong: z.int(),
  /** When this person reported, of the last day. */
  reportedAtMs: z.array(z.int()).max(40),
  /** Different people who reported this person's posts for it, each as a keyed hash of both. */
  moneyReporters: z.array(HexId).max(20),
  notRealReporters: z.array(HexId).max(20),
  /** A block is being decided: its review. */
  blockReviewId: HexId.nullable(),
  revision: z.int(),
});
export type RecordDocument = z.infer<typeof RecordDocument>;
