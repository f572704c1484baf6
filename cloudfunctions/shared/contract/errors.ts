import { errorTable, type ErrorCode, type Retry } from '@facts/errors';
import type { FindingKind } from '@facts/notes/finding';
import { z } from 'zod';

/** Failures that any call may answer with. A call lists only its further ones. */
export const commonErrors = [
  'blocked',
  'invalid-input',
  'too-many-calls',
  'misconfigured',
  'closed',
  'being-erased',
  'busy',
  'internal',
] as const satisfies readonly ErrorCode[];

export type CommonError = (typeof commonErrors)[number];

/** A passage of a note that keeps it from the board: what it is, and its words as they were typed. */
export const NoteFinding = z.strictObject({ kind: z.custom<FindingKind>(isString), words: z.string() });
export type NoteFinding = z.infer<typeof NoteFinding>;

function isString(value: unknown): boolean {
  return typeof value === 'string';
}

/**
 * The answer of a failed call. `message` is a Chinese sentence for the user: the table's own, or one that says more
 * about this case. `retry` is the table's. `field` names the wrong part of the input as a dotted path. `findings` lists
 * what has to be taken out of a note.
 */
export const CallFailure = z.strictObject({
  code: z.enum(Object.keys(errorTable) as [ErrorCode, ...ErrorCode[]]),
  message: z.string(),
  retry: z.enum(['now', 'later', 'after-change', 'never'] as const satisfies readonly Retry[]),
  field: z.string().optional(),
  findings: z.array(NoteFinding).optional(),
  requestId: z.string(),
});
export type CallFailure = z.infer<typeof CallFailure>;

/** Refusals of every call that is for verified people. */
export const memberErrors = ['sign-in-required', 'verification-required', 'phone-required'] as const;
/** Refusals of every call that is for those whom an operator appointed, or for operators. */
export const operatorErrors = [...memberErrors, 'not-allowed'] as const;
