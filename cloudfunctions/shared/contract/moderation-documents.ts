import { z } from 'zod';
import { Board } from './board';
import { PersonId, PostDocument } from './documents';
import { NoteFinding } from './errors';
import { HexId } from './ids';
import { DocumentRefusal } from './identity-document';
import { PostId } from './post';
import {
  RefusalReason,
  ReportReason,
  ReportState,
  ReviewCause,
  ReviewKind,
  ScoreReason,
  Verdict,
} from './review';

/** Collection `reports`: one person's report of one post, or of somebody who contacted the person about a post; the id follows from both. */
export const ReportDocument = z.strictObject({
  _id: HexId,
  reporterId: PersonId,
  /** The reported post, or the reporter's own post about which the viewer came. */
  postId: PostId,
  /** The review of the reported viewer; null for a report of a post. */
  viewerReviewId: HexId.nullable().default(null),
  reason: ReportReason,
  /** Its weight, by the reporter's record at that time. */
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
  photos: true,
});
export type PostStanding = z.infer<typeof PostStanding>;

/** The last decision and the post before it, so that it can be undone for a minute. */
export const ReviewDecision = z.strictObject({
  by: Alias,
  atMs: z.int(),
  verdict: Verdict,
  reason: RefusalReason.nullable(),
  before: PostStanding.nullable(),
});
export type ReviewDecision = z.infer<typeof ReviewDecision>;

/**
 * Collection `reviews`: something that a person has to look at; the id is the post's, a keyed hash of the person for a reported viewer, or
 * random for a block. unchecked:
 * WeChat's check has not answered · waiting: in the queue · claimed: a volunteer has it until `dueAtMs` · correcting:
 * its owner was asked to correct it · decided.
 */
export const ReviewDocument = z.strictObject({
  _id: HexId,
  /** Random, new in each round. The audit trail identifies a case by it alone. */
  caseId: HexId,
  kind: ReviewKind,
  state: z.enum(['unchecked', 'waiting', 'claimed', 'correcting', 'decided']),
  /** How urgent the item is: its harm times how vulnerable the people are. Waiting weighs by it (domain/queue.ts). */
  lane: z.int(),
  sinceMs: z.int(),
  /**
   * The time at which a timer handles it, by state. unchecked: to ask WeChat again. waiting: to show a hidden post
   * again, null to leave it. claimed: to free it. decided: to answer its reporters, null once that is done.
   */
  dueAtMs: z.int().nullable(),
  ownerId: PersonId,
  /** The account that published: WeChat's check asks for it. Empty for a block. */
  account: z.string().max(128),
  claimedBy: Alias.nullable(),
  /** People who may not decide it: its owner, its reporters, and volunteers who had it before. */
  excluded: z.array(Alias).max(80),
  score: z.array(ScoredReason).max(12),
  causes: z.array(ReviewCause).max(12),
  findings: z.array(NoteFinding).max(60),
  reports: z.array(z.strictObject({ reason: ReportReason, weight: z.number() })).max(40),
  /** Total weight of the reports since a volunteer last decided. */
  reportedWeight: z.number(),
  /** How often it returned to the board unseen or was found fine; each time it takes one reporter more. */
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
  /** Courses of medicine in it, all items and portions together. */
  courses: z.number(),
  /** How many groups it names. */
  groups: z.int().default(0),
  atMs: z.int(),
});
export type RecordedPost = z.infer<typeof RecordedPost>;

/** Collection `records`: a person's past conduct in counts. Erased with the person. */
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
  /** The times of this person's reports within the last day. */
  reportedAtMs: z.array(z.int()).max(40),
  /** The different people who reported this person's posts for this reason, each as a keyed hash of both. */
  moneyReporters: z.array(HexId).max(20),
  notRealReporters: z.array(HexId).max(20),
  /** The review in which a block is being decided, if any. */
  blockReviewId: HexId.nullable(),
  /** Households that say they got medicine from this person. */
  helped: z.int().default(0),
  revision: z.int(),
});
export type RecordDocument = z.infer<typeof RecordDocument>;

/** A volunteer's work in counts. */
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
  /** The item that this volunteer has in hand. */
  claimed: HexId.nullable(),
  /** What this volunteer decided last. */
  decided: z.strictObject({ reviewId: HexId, atMs: z.int() }).nullable(),
  ...VolunteerCounts.shape,
  revision: z.int(),
});
export type VolunteerDocument = z.infer<typeof VolunteerDocument>;

/** The actions by which a volunteer decides an item. */
export const decidingActions = ['publish', 'refuse', 'ask-to-correct', 'block', 'no-block'] as const;

/** Collection `auditEntries`, which only grows: what was decided in a case, without texts and people. */
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
    'document-accept',
    'document-refuse',
    'document-second-opinion',
    'document-agree',
    'document-disagree',
    'change-campaign',
  ]),
  reason: z.union([RefusalReason, DocumentRefusal]).nullable(),
  atMs: z.int(),
  /** The batch that it is chained in; null until the timer runs. The hash does not cover it. */
  batch: z.int().nullable(),
});
export type AuditEntryDocument = z.infer<typeof AuditEntryDocument>;

/** Collection `auditPeople`: the people of an entry, erased with them. The id is the entry's. */
export const AuditPeopleDocument = z.strictObject({
  _id: HexId,
  actorId: PersonId.nullable(),
  subjectId: PersonId.nullable(),
  atMs: z.int(),
});
export type AuditPeopleDocument = z.infer<typeof AuditPeopleDocument>;

/** Collection `blocks`: all blocks, each under the case in which it was decided. Nothing erases it. */
export const BlockDocument = z.strictObject({
  _id: PersonId,
  caseId: HexId,
  atMs: z.int(),
  /** The time at which their posts were closed and their contacts ended; null until the timer did that. */
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

/**
 * Collection `tallies`: people who published on one board in one cell of the map on one day, each as a keyed hash of all three. `courses`:
 * the most in one post of each, in the same order.
 */
export const TallyDocument = z.strictObject({
  _id: HexId,
  people: z.array(HexId).max(100),
  courses: z.array(z.number()).max(100).default([]),
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

/** Collection `invitations`: codes that invite volunteers; the id is the code's keyed hash. */
export const InvitationDocument = z.strictObject({ _id: HexId, expiresAtMs: z.int() });
export type InvitationDocument = z.infer<typeof InvitationDocument>;

/** Collection `applications`: applicants and volunteers; the id is a keyed hash of the person. */
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
