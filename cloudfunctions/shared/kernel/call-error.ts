import { errorTable, type ErrorCode } from '@facts/errors';

/** An expected failure. Thrown anywhere in a use case, turned into an answer in one place (serve.ts). */
export class CallError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly detail: { message?: string; field?: string } = {},
  ) {
    super(detail.message ?? errorTable[code].sentence);
    this.name = 'CallError';
  }
}
