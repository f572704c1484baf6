import type { ErrorCode } from '@facts/errors';

/** Why a check of name and number may be refused. */
export type VerificationError = Extract<
  ErrorCode,
  | 'busy'
  | 'id-number-invalid'
  | 'name-invalid'
  | 'verification-down'
  | 'verification-mismatch'
  | 'verification-misconfigured'
  | 'verification-no-record'
  | 'verification-source-fault'
  | 'verification-source-limit'
  | 'verification-upgrading'
>;

/** The result of a check of name and number. */
export type IdentityAnswer =
  /** The source's own result code, as `IdCardVerification` gives it. */
  | { kind: 'result'; code: string }
  /** The service refused the request itself, with its own code: nothing was checked. */
  | { kind: 'refused'; code: string }
  /** The service did not answer, so the check may or may not have happened. */
  | { kind: 'silent' };

/** Verified, or why not and whether the attempt is given back because it certainly cost nothing. */
export type Verdict =
  { verified: true } | { verified: false; error: VerificationError; attemptBack: boolean };

const no = (error: VerificationError, attemptBack = false): Verdict => ({
  verified: false,
  error,
  attemptBack,
});

/** Result codes of FaceID `IdCardVerification`, version 2018-03-01. */
const results: Readonly<Record<string, Verdict>> = {
  '0': { verified: true },
  '-1': no('verification-mismatch'),
  '-2': no('id-number-invalid'),
  '-3': no('name-invalid'),
  '-4': no('verification-source-fault', true),
  '-5': no('verification-no-record'),
  '-6': no('verification-upgrading', true),
  '-7': no('verification-source-limit'),
};

export function verdictOf(answer: IdentityAnswer): Verdict {
  switch (answer.kind) {
    case 'result':
      return results[answer.code] ?? no('verification-down');
    case 'refused':
      return no(refusal(answer.code), true);
    case 'silent':
      return no('verification-down', true);
  }
}

/** Codes of the service's own errors: keys, arrears and rights are ours to mend; the rest may pass. */
function refusal(code: string): VerificationError {
  if (/^(AuthFailure|UnauthorizedOperation|ResourceUnavailable|ResourcesSoldOut)/.test(code))
    return 'verification-misconfigured';
  return code.startsWith('RequestLimitExceeded') ? 'busy' : 'verification-down';
}
