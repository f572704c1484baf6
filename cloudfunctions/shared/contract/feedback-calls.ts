import { z } from 'zod';
import { defineCall } from './call';
import { operatorErrors } from './errors';
import { FeedbackKind } from './feedback-documents';
import { HexId } from './ids';

const text = z.string().trim().min(2).max(300);

/** A message as its author reads it. */
export const Feedback = z.strictObject({
  id: HexId,
  kind: FeedbackKind,
  text: z.string(),
  sentAtMs: z.int(),
  /** Null until an operator has answered. */
  answer: z.string().nullable(),
  answeredAtMs: z.int().nullable(),
});
export type Feedback = z.infer<typeof Feedback>;

const ownFeedback = z.strictObject({
  messages: z.array(Feedback),
  /** How many more the caller may send today. */
  left: z.int(),
  nowMs: z.int(),
});

/**
 * Sends a message to the operators, blocked or not, verified or not; the same text on the same day is sent once. It names nothing
 * personal, and passes WeChat's check. Answers all that the caller sent.
 */
export const sendFeedback = defineCall({
  input: z.strictObject({
    kind: FeedbackKind,
    text,
    /** The code of the error from whose screen it is written. */
    error: z
      .string()
      .regex(/^[a-z-]{1,40}$/)
      .nullable()
      .default(null),
  }),
  output: ownFeedback,
  errors: ['sign-in-required', 'note-to-clean', 'content-refused', 'feedback-limit'],
  who: ['guest'],
});

/** What the caller sent, the newest first; at most 20. */
export const myFeedback = defineCall({
  input: z.strictObject({}),
  output: ownFeedback,
  errors: ['sign-in-required'],
  who: ['guest'],
});

/** A message as operators read it: without its author. */
export const WaitingFeedback = Feedback.pick({ id: true, kind: true, text: true, sentAtMs: true }).extend({
  error: z.string().nullable(),
});
export type WaitingFeedback = z.infer<typeof WaitingFeedback>;

const feedbackQueue = z.strictObject({
  messages: z.array(WaitingFeedback),
  waiting: z.int(),
  nowMs: z.int(),
});

/** Messages without an answer, the longest first; at most 50. */
export const waitingFeedback = defineCall({
  input: z.strictObject({}),
  output: feedbackQueue,
  errors: operatorErrors,
  who: ['operator'],
});

/** Answers a message, once; its author finds the answer under 消息. Answers those that still wait. */
export const answerFeedback = defineCall({
  input: z.strictObject({ id: HexId, answer: text }),
  output: feedbackQueue,
  errors: [...operatorErrors, 'not-found', 'feedback-answered', 'content-refused'],
  who: ['operator'],
});

/**
 * Counts a name that the search does not list. `isCounted` is false for a name that is listed, and for text that is no name. The same
 * person counts once for a name.
 */
export const missName = defineCall({
  input: z.strictObject({ name: z.string().trim().min(1).max(60) }),
  output: z.strictObject({ isCounted: z.boolean() }),
  errors: ['sign-in-required'],
  who: ['guest'],
});

/** Names that enough people missed, the most wanted first; at most 50. `people` stops at 200. */
export const missingNames = defineCall({
  input: z.strictObject({}),
  output: z.strictObject({
    names: z.array(z.strictObject({ name: z.string(), people: z.int() })),
    /** How many names too few people typed to be shown. */
    hidden: z.int(),
    /** So many people must have typed a name. */
    fromPeople: z.int(),
  }),
  errors: operatorErrors,
  who: ['operator'],
});

export const feedbackCalls = {
  sendFeedback,
  myFeedback,
  waitingFeedback,
  answerFeedback,
  missName,
  missingNames,
};
