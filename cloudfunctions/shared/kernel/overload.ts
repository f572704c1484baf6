import { CallError } from './call-error';

/** The meaning of each sign in an error's code or message, about the database or the connection to it. */
const causes: readonly (readonly [sign: RegExp, cause: string])[] = [
  [/TransactionConflict|TRANSACTION_CONFLICT/i, 'transaction-conflict'],
  [/TransactionNotExist/i, 'transaction-expired'],
  [/TRANSACTION_FAIL \[ResourceUnavailable/i, 'transaction-unavailable'],
  [/EXCEED|LimitExceeded/i, 'over-limit'],
  [/ETIMEDOUT|ESOCKETTIMEDOUT|TIMEOUT/i, 'timeout'],
  [/ECONN|socket hang up/i, 'connection-lost'],
];

/**
 * Why the same call may work in a moment: the database lost a race too often, is out of reach or over its limit. Null for every
 * other failure. One of a few words, because the message of an error may hold what somebody stored.
 */
export function overloadCause(error: unknown): string | null {
  if (!(error instanceof Error) || error instanceof CallError) return null;
  const text = `${'code' in error ? String(error.code) : ''} ${error.message}`;
  return causes.find(([sign]) => sign.test(text))?.[1] ?? null;
}
