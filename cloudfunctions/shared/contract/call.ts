import type { ErrorCode } from '@facts/errors';
import type { z } from 'zod';
import type { Role } from './actor';
import type { CallFailure } from './errors';

/** One call of one cloud function: what goes in, what comes out, how it may fail, and for whom. */
export interface Call {
  input: z.ZodType;
  output: z.ZodType;
  /** In addition to `commonErrors`. */
  errors: readonly ErrorCode[];
  /** Roles that may make it; having any of them is enough. `owner` is checked against the thing named in the input. */
  who: readonly Role[];
  /** A blocked person may make the call all the same, because it ends something that is open. */
  whileBlocked?: true;
  /**
   * Its use case makes the answer field by field of documents that were checked as they were read, so calls do not check it again; tests do
   * (tests/integration/product.ts).
   */
  trusted?: true;
}

export const defineCall = <const C extends Call>(call: C): C => call;

/** The `data` that a client passes to `wx.cloud.callFunction`. */
export interface CallRequest {
  call: string;
  input: unknown;
}

/** The `result` that comes back. */
export type CallResponse<Output> = { ok: true; output: Output } | { ok: false; error: CallFailure };
