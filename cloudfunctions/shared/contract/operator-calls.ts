import { z } from 'zod';
import { defineCall } from './call';
import { memberErrors, operatorErrors } from './errors';
import { FunctionCalls, HourOfService, RegionToday } from './operations';
import { HexId } from './ids';
import { VolunteerCounts } from './moderation-documents';

/** Makes a code that invites volunteers; anybody may use it for a week. */
export const invite = defineCall({
  input: z.strictObject({}),
  output: z.strictObject({ code: z.string(), expiresAtMs: z.int() }),
  errors: operatorErrors,
  who: ['operator'],
});

/** One of the five trial items; only the function knows the right answer. */
export const TrialItem = z.strictObject({ id: z.int(), board: z.enum(['need', 'spare']), note: z.string() });
export type TrialItem = z.infer<typeof TrialItem>;

/** The state of an application to be a volunteer. */
export const Application = z.strictObject({
  state: z.enum(['none', 'trial', 'waiting', 'failed', 'accepted']),
  trial: z.array(TrialItem),
  /** How many of the five were right; null before the trial is answered. */
  right: z.int().nullable(),
});
export type Application = z.infer<typeof Application>;

/** Applies with a code and gets the trial. Applying again answers the state of the application. */
export const apply = defineCall({
  input: z.strictObject({ code: z.string().trim().min(4).max(20) }),
  output: Application,
  errors: [...memberErrors, 'code-invalid'],
  who: ['member'],
});

/** Answers the trial, once: with four of five right the application waits for an operator. */
export const answerTrial = defineCall({
  input: z.strictObject({
    answers: z
      .array(z.strictObject({ id: z.int(), decision: z.enum(['publish', 'refuse', 'ask-to-correct']) }))
      .length(5),
  }),
  output: Application,
  errors: [...memberErrors, 'not-found'],
  who: ['member'],
});

/** Applications that passed the trial and wait, the longest first; at most 100. */
export const applications = defineCall({
  input: z.strictObject({}),
  output: z.strictObject({
    applications: z.array(
      z.strictObject({ id: HexId, maskedName: z.string(), right: z.int(), appliedAtMs: z.int() }),
    ),
    nowMs: z.int(),
  }),
  errors: operatorErrors,
  who: ['operator'],
});

/** Appoints applicants as volunteers; an application that is already closed is skipped. */
export const accept = defineCall({
  input: z.strictObject({ ids: z.array(HexId).min(1).max(100) }),
  output: z.strictObject({ accepted: z.int() }),
  errors: operatorErrors,
  who: ['operator'],
});

/** The volunteers, with their work in counts; at most 200. */
export const volunteers = defineCall({
  input: z.strictObject({}),
  output: z.strictObject({
    volunteers: z.array(z.strictObject({ id: HexId, maskedName: z.string(), ...VolunteerCounts.shape })),
    nowMs: z.int(),
  }),
  errors: operatorErrors,
  who: ['operator'],
});

/** Dismisses a volunteer. Items in that volunteer's hands are free for others after five minutes. */
export const dismiss = defineCall({
  input: z.strictObject({ id: HexId }),
  output: z.strictObject({ dismissed: z.boolean() }),
  errors: operatorErrors,
  who: ['operator'],
});

/** Figures about the boards: the queue, the volunteers' work, reports and blocks. */
export const statistics = defineCall({
  input: z.strictObject({}),
  output: z.strictObject({
    waiting: z.int(),
    unchecked: z.int(),
    oldestSinceMs: z.int().nullable(),
    /** As many as `volunteers` lists. */
    volunteers: z.int(),
    /** Of everyone who ever decided. */
    decisions: z.int(),
    decisionsLastHour: z.int(),
    /** Of the appeals that were decided, the share that was decided as before; null before the first. */
    agreement: z.number().nullable(),
    reports: z.strictObject({ received: z.int(), takenDown: z.int(), foundFine: z.int() }),
    blocks: z.int(),
    /** Documents that wait, and how the second operators of a tenth decided. */
    documents: z.strictObject({ waiting: z.int(), agreed: z.int(), disagreed: z.int() }),
    nowMs: z.int(),
  }),
  errors: operatorErrors,
  who: ['operator'],
});

/** How the service runs: the last day by hour, by function and by province, and what waits. */
export const operations = defineCall({
  input: z.strictObject({}),
  output: z.strictObject({
    /** The last 24 hours, oldest first. */
    hours: z.array(HourOfService).length(24),
    /** Of the last 24 hours, the most called first. */
    functions: z.array(FunctionCalls),
    /** Codes of providers and alarms of the last 24 hours, the most frequent first. */
    signs: z.array(z.strictObject({ sign: z.string(), count: z.int() })).max(20),
    /** Since midnight in China, by province; most posts first. */
    regions: z.array(RegionToday),
    queue: z.int(),
    /** Masked numbers: how many there are and how many bindings use them; null before the first sweep. */
    numbers: z.strictObject({ pool: z.int(), bound: z.int() }).nullable(),
    nowMs: z.int(),
  }),
  errors: operatorErrors,
  who: ['operator'],
});

export const operatorCalls = {
  invite,
  apply,
  answerTrial,
  applications,
  accept,
  volunteers,
  dismiss,
  statistics,
  operations,
};
