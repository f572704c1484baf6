import { z } from 'zod';
import { Board, PostStatus } from './board';
import { defineCall } from './call';
import { campaignChangeCalls } from './campaign-change';
import { feedbackCalls } from './feedback-calls';
import { memberErrors, NoteFinding } from './errors';
import { HexId } from './ids';
import { operatorCalls } from './operator-calls';
import { PostId } from './post';
import { PostBody, SpareItem } from './post-body';
import { OwnersReview, RefusalReason, ReportReason, ReportState, ReviewCause, ReviewKind } from './review';

/** A report as its reporter reads it. */
export const Report = z.strictObject({
  id: HexId,
  /** A post, or somebody who contacted the reporter about the post. */
  about: z.enum(['post', 'viewer']),
  postId: PostId,
  board: Board.nullable(),
  /** Names of what the post asks for or offers; empty when the post is gone. */
  summary: z.string(),
  reason: ReportReason,
  /** `received` 已收到, `taken-down` 处理了, `found-fine` 看过了，没有问题, `ended` 已经结束. */
  state: ReportState,
  /** The state as a sentence. */
  sentence: z.string(),
  reportedAtMs: z.int(),
  handledAtMs: z.int().nullable(),
});
export type Report = z.infer<typeof Report>;

/**
 * Reports a post that the caller opened (`token` is the opened post's `reportToken`) or holds a contact with (no token needed).
 * One for a person and a post: reporting again answers the first report. Enough reports of different people hide the post.
 */
export const report = defineCall({
  input: z.strictObject({
    postId: PostId,
    reason: ReportReason,
    token: z.string().max(64).nullable().default(null),
  }),
  output: z.strictObject({ report: Report, nowMs: z.int() }),
  errors: [...memberErrors, 'blocked', 'not-found', 'post-closed', 'own-post', 'open-first', 'report-limit'],
  who: ['member'],
});

/**
 * The poster reports somebody who contacted them, once for each person. It hides nothing: volunteers read the reasons of all posters who
 * reported that person, and two of them can block the person.
 */
export const reportViewer = defineCall({
  input: z.strictObject({ id: HexId, reason: ReportReason }),
  output: z.strictObject({ report: Report, nowMs: z.int() }),
  errors: [...memberErrors, 'blocked', 'not-found', 'not-allowed', 'report-limit'],
  who: ['owner'],
});

/** The caller's reports, the newest first; at most 50. A guest has none. */
export const myReports = defineCall({
  input: z.strictObject({}),
  output: z.strictObject({ reports: z.array(Report), nowMs: z.int() }),
  errors: ['sign-in-required'],
  who: ['guest'],
});

const volunteerErrors = [...memberErrors, 'not-allowed', 'blocked'] as const;

/** The reasons against an item, in words. */
const WeighedReason = z.strictObject({ code: ReviewCause, points: z.int(), sentence: z.string() });

/**
 * An item of the queue as a volunteer sees it: never a phone, an ID, an account, a name or a place below the district.
 * A `viewer` and a `block` have no post: they show what the person did in counts.
 */
export const QueueItem = z.strictObject({
  id: HexId,
  kind: ReviewKind,
  /** Until then no other volunteer can claim the item. */
  claimedUntilMs: z.int(),
  waitingSinceMs: z.int(),
  post: z
    .strictObject({
      board: Board,
      status: PostStatus,
      ...PostBody.shape,
      items: z.array(SpareItem.extend({ name: z.string() })),
      /** 湖南省长沙市岳麓区 */
      region: z.string(),
      publishedAtMs: z.int(),
      /** Addresses of the photos of the box, those that WeChat has not checked too. */
      photos: z.array(z.string()),
    })
    .nullable(),
  /** Passages of the note that the rules found, with their places in it. */
  findings: z.array(NoteFinding.extend({ start: z.int(), end: z.int() })),
  why: z.array(WeighedReason),
  reports: z.array(z.strictObject({ reason: ReportReason, count: z.int() })),
  history: z.strictObject({
    published: z.int(),
    refused: z.int(),
    /** Days since the first post; null for a first one. */
    days: z.int().nullable(),
    /** The number of different people who reported this person for this reason. */
    askedForMoney: z.int(),
    notReal: z.int(),
  }),
  /** The owner's words against a refusal. */
  appealText: z.string().nullable(),
  /** The earlier reason for refusing it, when the item is an appeal. */
  refusedFor: RefusalReason.nullable(),
  /** How many volunteers wanted a second opinion. */
  opinions: z.int(),
  can: z.strictObject({
    publish: z.boolean(),
    refuse: z.boolean(),
    askToCorrect: z.boolean(),
    secondOpinion: z.boolean(),
    proposeBlock: z.boolean(),
    /** Only for an item of the kind `viewer`, where it proposes the block, or `block`. */
    block: z.boolean(),
  }),
});
export type QueueItem = z.infer<typeof QueueItem>;

/** The item that a volunteer has in hand, and the queue. */
const queueAnswer = z.strictObject({
  /** Null when no item waits that this volunteer may decide. */
  item: QueueItem.nullable(),
  /** The number of waiting items, and the time since which the oldest waits. */
  queue: z.strictObject({ waiting: z.int(), oldestSinceMs: z.int().nullable() }),
  /** The volunteer's last decision, as long as it may be taken back. */
  undo: z.strictObject({ id: HexId, untilMs: z.int() }).nullable(),
  nowMs: z.int(),
});

/** The most urgent item, locked for five minutes, or the one already in hand. */
export const next = defineCall({
  input: z.strictObject({}),
  output: queueAnswer,
  errors: volunteerErrors,
  who: ['volunteer', 'operator'],
});

/**
 * Decides the item in hand and answers the next one. `publish` (of a block: not to block), `refuse` and `ask-to-correct` with
 * a reason that the owner reads, `second-opinion` leaves it to another volunteer. A `viewer` and a `block` take `block` or `no-block`; the
 * `block` of a viewer needs another volunteer's.
 */
export const decide = defineCall({
  input: z.discriminatedUnion('decision', [
    z.strictObject({ id: HexId, decision: z.literal('publish') }),
    z.strictObject({ id: HexId, decision: z.literal('refuse'), reason: RefusalReason }),
    z.strictObject({ id: HexId, decision: z.literal('ask-to-correct'), reason: RefusalReason }),
    z.strictObject({ id: HexId, decision: z.literal('second-opinion') }),
    z.strictObject({ id: HexId, decision: z.literal('block') }),
    z.strictObject({ id: HexId, decision: z.literal('no-block') }),
  ]),
  output: queueAnswer,
  errors: [...volunteerErrors, 'not-found', 'claim-over'],
  who: ['volunteer', 'operator'],
});

/** Takes the last decision back within a minute: the item is in hand again. */
export const undo = defineCall({
  input: z.strictObject({ id: HexId }),
  output: queueAnswer,
  errors: [...volunteerErrors, 'not-found', 'undo-over'],
  who: ['volunteer', 'operator'],
});

/** Proposes to block the person behind the item in hand; another volunteer decides. The item stays in hand. */
export const proposeBlock = defineCall({
  input: z.strictObject({ id: HexId }),
  output: queueAnswer,
  errors: [...volunteerErrors, 'not-found', 'claim-over'],
  who: ['volunteer', 'operator'],
});

/** Asks for another volunteer's look at a refusal, once. The text names no phone, account, ID or house number. */
export const appeal = defineCall({
  input: z.strictObject({ postId: PostId, text: z.string().trim().max(200).default('') }),
  output: z.strictObject({ review: OwnersReview, nowMs: z.int() }),
  errors: [...memberErrors, 'blocked', 'not-found', 'not-allowed', 'note-to-clean', 'appeal-over'],
  who: ['owner'],
});

export const moderationCalls = {
  report,
  reportViewer,
  myReports,
  next,
  decide,
  undo,
  proposeBlock,
  appeal,
  ...operatorCalls,
  ...feedbackCalls,
  ...campaignChangeCalls,
};
