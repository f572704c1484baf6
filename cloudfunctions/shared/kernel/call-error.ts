import { errorTable, type ErrorCode } from '@facts/errors';

/** An expected failure. Thrown anywhere in a use case, turned into an answer in one place (serve.ts). */
export class CallError extends Error {
  constructor(
    readonly code: ErrorCode,
    /** `cause`: what to look at, for whoever keeps the service running; a word or two, never about a person. */
    readonly detail: { message?: string; field?: string; cause?: string } = {},
  ) {
    super(detail.message ?? errorTable[code].sentence);
    this.name = 'CallError';
  }
}
