import { errorTable, type ErrorCode } from '@facts/errors';
import type { NoteFinding } from '../contract/errors';

/** What a failure says besides its code: a sentence for this case, and the part of the input that is wrong. */
export interface FailureDetail {
  message?: string;
  field?: string;
  /** Of a note, what has to be taken out. */
  findings?: readonly NoteFinding[];
  /** What the operator of the service should look at: a word or two for the log, never about a person. */
  cause?: string;
}

/** An expected failure. Thrown anywhere in a use case, turned into an answer in one place (serve.ts). */
export class CallError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly detail: FailureDetail = {},
  ) {
    super(detail.message ?? errorTable[code].sentence);
    this.name = 'CallError';
  }
}
