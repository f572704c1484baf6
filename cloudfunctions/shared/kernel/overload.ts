import { CallError } from './call-error';

/**
 * The platform's error codes and HTTP statuses, each with why the same call may work in a moment; null: no retry helps, because
 * our request or the environment is wrong. docs/deploy.md lists the same. Source: https://docs.cloudbase.net/error-code/basic
 */
export const causeOfCode: Readonly<Record<string, string | null>> = {
  DATABASE_TRANSACTION_CONFLICT: 'transaction-conflict',
  EXCEED_REQUEST_LIMIT: 'over-limit',
  EXCEED_CONCURRENT_REQUEST_LIMIT: 'over-limit',
  EXCEED_RATELIMIT: 'over-limit',
  RequestLimitExceeded: 'over-limit',
  429: 'over-limit',
  SERVER_TIMEOUT: 'timeout',
  DATABASE_TIMEOUT: 'timeout',
  ETIMEDOUT: 'timeout',
  ESOCKETTIMEDOUT: 'timeout',
  504: 'timeout',
  502: 'unavailable',
  503: 'unavailable',
  ECONNRESET: 'connection-lost',
  ECONNREFUSED: 'connection-lost',
  ECONNABORTED: 'connection-lost',
  EPIPE: 'connection-lost',
  ENOTFOUND: 'connection-lost',
  EAI_AGAIN: 'connection-lost',
  ENETDOWN: 'connection-lost',
  ENETUNREACH: 'connection-lost',
  EHOSTDOWN: 'connection-lost',
  EHOSTUNREACH: 'connection-lost',
  STORAGE_REQUEST_FAIL: 'storage-failed',
  DATABASE_PERMISSION_DENIED: null,
  DATABASE_COLLECTION_NOT_EXIST: null,
  DATABASE_COLLECTION_EXCEED_LIMIT: null,
  DATABASE_INVALID_OPERRATOR: null,
  EXCEED_AUTHORITY: null,
  EXCEED_MAX_RESPONSE_SIZE: null,
  EXCEED_REQUEST_SIZE_LIMIT: null,
  STORAGE_EXCEED_AUTHORITY: null,
  STORAGE_SIGN_PARAM_INVALID: null,
  PERMISSION_DENIED: null,
  RESOURCE_NOT_INITIAL: null,
  INVALID_PARAM: null,
  INVALID_ENV: null,
};

/** Signs in the text of an error whose code says nothing or is not listed, such as DATABASE_TRANSACTION_FAIL. */
const causeOfText: readonly (readonly [sign: RegExp, cause: string])[] = [
  [/TransactionConflict|TRANSACTION_CONFLICT/i, 'transaction-conflict'],
  [/TransactionNotExist/i, 'transaction-expired'],
  [/TRANSACTION_FAIL \[ResourceUnavailable/i, 'transaction-unavailable'],
  [/EXCEED_(REQUEST_LIMIT|CONCURRENT_REQUEST_LIMIT|RATELIMIT)|RequestLimitExceeded/i, 'over-limit'],
  [/ETIMEDOUT|ESOCKETTIMEDOUT|TIMEOUT/i, 'timeout'],
  [/ECONN|socket hang up/i, 'connection-lost'],
];

/**
 * Why the same call may work in a moment: the database lost a race too often, is out of reach or over its limit. Null for every
 * other failure. One of a few words, because the message of an error may hold what somebody stored.
 */
export function overloadCause(error: unknown): string | null {
  if (!(error instanceof Error) || error instanceof CallError) return null;
  const code = 'code' in error ? String(error.code) : '';
  if (Object.hasOwn(causeOfCode, code)) return causeOfCode[code] ?? null;
  return causeOfText.find(([sign]) => sign.test(`${code} ${error.message}`))?.[1] ?? null;
}
