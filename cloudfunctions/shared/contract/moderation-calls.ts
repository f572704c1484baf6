import { z } from 'zod';
import { Board } from './board';
import { defineCall } from './call';
import { PostId } from './post';
import { HexId } from './ids';
import { ReportReason, ReportState } from './review';

const memberErrors = ['sign-in-required', 'verification-required', 'phone-required'] as const;

/** A report as its reporter reads it. */
export const Report = z.strictObject({
  id: HexId,
  postId: PostId,
  board: Board.nullable(),
  /** Names of what the post asks for or offers; empty when the post is gone. */
  summary: z.string(),
  reason: ReportReason,
  /** `received` 已收到, `taken-down` 处理了, `found-fine` 看过了，没有问题. */
  state: ReportState,
  /** The same in a sentence. */
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

/** The caller's reports, the newest first; at most 50. A guest has none. */
export const myReports = defineCall({
  input: z.strictObject({}),
  output: z.strictObject({ reports: z.array(Report), nowMs: z.int() }),
  errors: ['sign-in-required'],
  who: ['guest'],
});

export const moderationCalls = { report, myReports };
