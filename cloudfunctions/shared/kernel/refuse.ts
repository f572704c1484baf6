import type { ErrorCode } from '@facts/errors';
import { CallError, type FailureDetail } from './call-error';

/**
 * Makes the failure that a use case throws: `throw refuse('not-found')`. A call hands its use case a `refuse` of the
 * codes that the contract lists for it, and a function further down says in its parameter's type which codes it
 * throws: so a code that the call does not list does not compile.
 */
export type Refuse<Code extends ErrorCode> = (code: Code, detail?: FailureDetail) => CallError;

export const refuse: Refuse<ErrorCode> = (code, detail) => new CallError(code, detail);

/** Whether a failure is a refusal, which the caller can read about, and no failure of the platform. */
export const isRefusal = (error: unknown): boolean => error instanceof CallError;
