import { errorTable } from '@facts/errors';
import { verdictOf } from './verification-answer';

test('only the result 0 verifies', () => {
  expect(verdictOf({ kind: 'result', code: '0' })).toEqual({ verified: true });
  expect(verdictOf({ kind: 'result', code: '' })).toMatchObject({ verified: false });
});

test.each([
  ['-1', 'verification-mismatch', false],
  ['-2', 'id-number-invalid', false],
  ['-3', 'name-invalid', false],
  ['-4', 'verification-source-fault', true],
  ['-5', 'verification-no-record', false],
  ['-6', 'verification-upgrading', true],
  ['-7', 'verification-source-limit', false],
  ['-99', 'verification-down', false],
] as const)('the result %s means %s, attempt given back: %s', (code, error, attemptBack) => {
  expect(verdictOf({ kind: 'result', code })).toEqual({ verified: false, error, attemptBack });
});

test('each result code has a sentence of its own', () => {
  const sentences = ['-1', '-2', '-3', '-4', '-5', '-6', '-7'].map((code) => {
    const verdict = verdictOf({ kind: 'result', code });
    return verdict.verified ? '' : errorTable[verdict.error].sentence;
  });
  expect(new Set(sentences).size).toBe(7);
});

test.each([
  ['AuthFailure.SignatureFailure', 'verification-misconfigured'],
  ['AuthFailure.SecretIdNotFound', 'verification-misconfigured'],
  ['UnauthorizedOperation.Arrears', 'verification-misconfigured'],
  ['RequestLimitExceeded', 'busy'],
  ['FailedOperation.UnKnown', 'verification-down'],
] as const)('the service’s error %s is reported as %s and costs no attempt', (code, error) => {
  expect(verdictOf({ kind: 'refused', code })).toEqual({ verified: false, error, attemptBack: true });
});

test("silence may have cost something, and is not the caller's fault", () => {
  expect(verdictOf({ kind: 'silent' })).toEqual({
    verified: false,
    error: 'verification-down',
    attemptBack: true,
  });
});
