import type { ErrorCode } from '../facts/errors';

/** `network`: the request did not reach a function, or its answer did not come back. */
export type CallErrorCode = ErrorCode | 'network';
