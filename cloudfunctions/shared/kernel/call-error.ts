import { errorTable, type ErrorCode } from '@facts/errors';
import type { NoteFinding } from '../contract/errors';

/** What a failure says in addition to its code: a sentence for this case, and the wrong part of the input. */
export interface FailureDetail {
  message?: string;
  field?: string;
  /** For a note: the passages that have to be taken out. */
  findings?: readonly NoteFinding[];
  /** A word or two for the operator's log, never about a person. */
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
