import { z } from 'zod';
import { NoteFinding } from './errors';

/** The reasons to report a post, as the sheet names them: 要钱、不是真的、药不安全、骂人、泄露隐私、其他。 */
export const ReportReason = z.enum([
  'asked-for-money',
  'not-real',
  'unsafe-medicine',
  'rude',
  'personal-data',
  'other',
]);
export type ReportReason = z.infer<typeof ReportReason>;

/** What a volunteer looks at: a post, an appeal against its refusal, a reported viewer, or a proposal to block a person. */
export const ReviewKind = z.enum(['post', 'appeal', 'viewer', 'block']);
export type ReviewKind = z.infer<typeof ReviewKind>;

/** Whether a review is about a person rather than a post. */
export const isAboutPerson = (kind: ReviewKind): boolean => kind === 'viewer' || kind === 'block';

/**
 * `received` until a volunteer decided; then either the post was taken down or nothing was wrong with it. `ended`: its owner ended the
 * post before.
 */
export const ReportState = z.enum(['received', 'taken-down', 'found-fine', 'ended']);
export type ReportState = z.infer<typeof ReportState>;

/** The reasons against publishing a post at once; each is a rule of domain/score/. */
export const ScoreReason = z.enum([
  'note-doubtful',
  'platform-doubtful',
  'near-duplicate',
  'quantities',
  'quantities-at-place',
  'many-accounts',
  'republished',
  'contact-spree',
  'asked-for-money',
  'not-real',
  'reported',
  'all-groups',
]);
export type ScoreReason = z.infer<typeof ScoreReason>;

/**
 * Why a post waits, is hidden or reaches fewer people. `platform-unchecked`: WeChat's check has not answered yet.
 * `photo-doubtful`: WeChat is not sure of a photo, which only its owner sees meanwhile.
 */
export const ReviewCause = z.enum([...ScoreReason.options, 'platform-unchecked', 'photo-doubtful']);
export type ReviewCause = z.infer<typeof ReviewCause>;

/** Why a volunteer refuses a post or wants it corrected; its owner reads the sentence that belongs to it. */
export const RefusalReason = z.enum([
  'selling',
  'contact-details',
  'not-real',
  'unsafe-medicine',
  'rude',
  'personal-data',
  'duplicate',
  'unclear',
  'other',
]);
export type RefusalReason = z.infer<typeof RefusalReason>;

/** How an item of the queue ended. `moot`: its post had ended meanwhile. */
export const Verdict = z.enum(['publish', 'refuse', 'ask-to-correct', 'block', 'no-block', 'moot']);
export type Verdict = z.infer<typeof Verdict>;

/**
 * The state of a post's review, kept with the post. `waiting`: pending. `hidden`: reported. `to-correct`: pending until
 * its owner corrects it. `refused`: rejected. `reduced`: published, with less reach.
 */
export const PostReview = z.strictObject({
  state: z.enum(['waiting', 'hidden', 'to-correct', 'refused', 'reduced']),
  why: z.array(ReviewCause).max(12),
  reason: RefusalReason.nullable(),
  sinceMs: z.int(),
  /** Whether the owner has appealed; only one appeal is possible. */
  isAppealed: z.boolean(),
});
export type PostReview = z.infer<typeof PostReview>;

/** The same as the post's owner reads it. */
export const OwnersReview = PostReview.extend({
  /** What happened, why, and what the owner can do. */
  sentence: z.string(),
  /** The time by which a decision is expected, for a post that waits or is hidden; null when no decision is pending. */
  expectedByMs: z.int().nullable(),
  /** Words of the note that made it wait. */
  findings: z.array(NoteFinding),
});
export type OwnersReview = z.infer<typeof OwnersReview>;
