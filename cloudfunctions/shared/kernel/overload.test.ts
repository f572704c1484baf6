import { overloadCause } from './overload';

const failure = (code: string, message: string): Error => Object.assign(new Error(message), { code });

test.each([
  ['transaction-conflict', 'DATABASE_TRANSACTION_CONFLICT', '[ResourceUnavailable.TransactionConflict] …'],
  ['transaction-expired', 'DATABASE_TRANSACTION_FAIL', '[ResourceUnavailable.TransactionNotExist] …'],
  ['transaction-unavailable', 'DATABASE_TRANSACTION_FAIL', '[ResourceUnavailable] …'],
  ['over-limit', 'EXCEED_REQUEST_LIMIT', 'too many'],
  ['over-limit', '', 'EXCEED_RATELIMIT'],
  ['timeout', 'ESOCKETTIMEDOUT', 'request timed out'],
  ['timeout', '', 'DATABASE_TIMEOUT'],
  ['connection-lost', 'ECONNRESET', ''],
  ['connection-lost', '', 'socket hang up'],
])('reports %s for %s %s', (cause, code, message) => {
  expect(overloadCause(failure(code, message))).toBe(cause);
});

test.each([
  ['DATABASE_REQUEST_FAILED', 'E11000 duplicate key error dup key: { : "13800000000" }'],
  [
    'DATABASE_TRANSACTION_FAIL',
    '[FailedOperation.Transaction] where().get() is not supported in a transaction',
  ],
  ['', 'undefined is not a function'],
  ['EXCEED_MAX_RESPONSE_SIZE', '[LimitExceeded] the response is larger than 1MB'],
  ['STORAGE_EXCEED_AUTHORITY', 'storage permission denied'],
  ['DATABASE_COLLECTION_EXCEED_LIMIT', 'too many collections'],
  ['DATABASE_REQUEST_FAILED', 'collection size exceed limit'],
])('does not take %s %s for an overload', (code, message) => {
  expect(overloadCause(failure(code, message))).toBeNull();
});
