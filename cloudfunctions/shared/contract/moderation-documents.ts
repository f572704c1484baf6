import { z } from 'zod';
import { Board } from './board';
import { PersonId, PostDocument } from './documents';
import { NoteFinding } from './errors';
import { HexId } from './ids';
import { PostId } from './post';
import { RefusalReason, ReportReason, ReportState, ReviewCause, ScoreReason, Verdict } from './review';

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

/** The fields of a post that a decision changes. */
export const PostStanding = PostDocument.pick({
  status: true,
  publishedAtMs: true,
  timeRank: true,
  expiresAtMs: true,
  closedAtMs: true,
  review: true,
});
export type PostStanding = z.infer<typeof PostStanding>;

/** What was decided last, and how the post was before, so that it can be undone for a minute. */
export const ReviewDecision = z.strictObject({
  by: Alias,
  atMs: z.int(),
  verdict: Verdict,
  reason: RefusalReason.nullable(),
  before: PostStanding.nullable(),
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
  /** How urgent the item is: its harm times how vulnerable the people are. Waiting weighs by it (domain/queue.ts). */
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
  /** Total weight of the reports since a volunteer last decided. */
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
  /** Courses of medicine that it offers or asks for, all items and portions together. */
  courses: z.number(),
  atMs: z.int(),
});
export type RecordedPost = z.infer<typeof RecordedPost>;

/** Collection `records`: how a person has behaved, in counts. Erased with the person. */
export const RecordDocument = z.strictObject({
  _id: PersonId,
  /** The posts of the last week, the latest last. */
  posts: z.array(RecordedPost).max(40),
  publishedCount: z.int(),
  firstPublishedAtMs: z.int().nullable(),
  refusedCount: z.int(),
  /** How many of this person's own reports were found right, and how many wrong. */
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

/** What a volunteer did, in counts. */
export const VolunteerCounts = z.strictObject({
  decisions: z.int(),
  secondOpinions: z.int(),
  /** Appeals of other volunteers' refusals that this one decided the same way, and another way. */
  agreed: z.int(),
  disagreed: z.int(),
});

/** Collection `volunteers`: an appointed person's work. */
export const VolunteerDocument = z.strictObject({
  _id: PersonId,
  /** The item that this volunteer has now. */
  claimed: HexId.nullable(),
  /** What this volunteer decided last. */
  decided: z.strictObject({ reviewId: HexId, atMs: z.int() }).nullable(),
  ...VolunteerCounts.shape,
  revision: z.int(),
});
export type VolunteerDocument = z.infer<typeof VolunteerDocument>;

/** Collection `auditEntries`, only ever added to: what was decided in a case, without texts and people. */
export const AuditEntryDocument = z.strictObject({
  /** Random. */
  _id: HexId,
  caseId: HexId,
  action: z.enum([
    'publish',
    'refuse',
    'ask-to-correct',
    'second-opinion',
    'propose-block',
    'block',
    'no-block',
    'moot',
    'undo',
    'appeal',
    'appoint',
    'dismiss',
    'unblock',
  ]),
  reason: RefusalReason.nullable(),
  atMs: z.int(),
  /** The batch that it is chained in; null until the timer comes. It is no part of what is hashed. */
  batch: z.int().nullable(),
});
export type AuditEntryDocument = z.infer<typeof AuditEntryDocument>;

/** Collection `auditPeople`: who did what to whom, erased with the people. The id is the entry's. */
export const AuditPeopleDocument = z.strictObject({
  _id: HexId,
  actorId: PersonId.nullable(),
  subjectId: PersonId.nullable(),
  atMs: z.int(),
});
export type AuditPeopleDocument = z.infer<typeof AuditPeopleDocument>;

/** Collection `blocks`: the blocks there are, each of the case in which it was decided. Nothing erases it. */
export const BlockDocument = z.strictObject({
  _id: PersonId,
  caseId: HexId,
  atMs: z.int(),
  /** Their posts are closed and their contacts ended; null until the timer was there. */
  settledAtMs: z.int().nullable(),
});
export type BlockDocument = z.infer<typeof BlockDocument>;

/** Collection `sketches`: texts that share a band of their sketch (domain/text-sketch.ts); the id is the band's keyed hash. */
export const SketchDocument = z.strictObject({
  _id: HexId,
  /** The latest last; `by` is a keyed hash of the person that leads nowhere else. */
  entries: z.array(z.strictObject({ by: HexId, sketch: z.array(z.int()).max(16), atMs: z.int() })).max(30),
  atMs: z.int(),
  revision: z.int(),
});
export type SketchDocument = z.infer<typeof SketchDocument>;

/** Collection `tallies`: people who published on one board in one cell of the map on one day, each as a keyed hash of all three. */
export const TallyDocument = z.strictObject({
  _id: HexId,
  people: z.array(HexId).max(100),
  atMs: z.int(),
  revision: z.int(),
});
export type TallyDocument = z.infer<typeof TallyDocument>;

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Collection `auditBatches`: entries chained by a timer. The id is the batch's number, so that ids sort as batches do. */
export const AuditBatchDocument = z.strictObject({
  _id: HexId,
  batch: z.int().min(1),
  /** Hash of the batch before. */
  previous: Sha256,
  entries: z.array(z.strictObject({ id: HexId, hash: Sha256 })).max(100),
  atMs: z.int(),
  hash: Sha256,
});
export type AuditBatchDocument = z.infer<typeof AuditBatchDocument>;

/** Collection `auditHeads`, of one document: the last batch. */
export const AuditHeadDocument = z.strictObject({
  _id: z.literal('head'),
  batch: z.int(),
  hash: Sha256,
});
export type AuditHeadDocument = z.infer<typeof AuditHeadDocument>;

/** Collection `invitations`: codes that volunteers are invited by; the id is the code's keyed hash. */
export const InvitationDocument = z.strictObject({ _id: HexId, expiresAtMs: z.int() });
export type InvitationDocument = z.infer<typeof InvitationDocument>;

/** Collection `applications`: people who want to be volunteers, or are; the id is a keyed hash of the person. */
export const ApplicationDocument = z.strictObject({
  _id: HexId,
  state: z.enum(['trial', 'waiting', 'failed', 'accepted', 'dismissed']),
  personId: PersonId,
  account: z.string().max(128),
  maskedName: z.string().max(20),
  right: z.int().nullable(),
  appliedAtMs: z.int(),
  revision: z.int(),
});
export type ApplicationDocument = z.infer<typeof ApplicationDocument>;
