import type { CallErrorCode } from '../../../model/call-error-code';

/** Parts of the verification form, from the top. */
export type VerificationField = 'phone' | 'name' | 'idNumber' | 'consent' | 'form';
export type VerificationErrors = Partial<Record<VerificationField, string>>;

export const fieldOrder: readonly VerificationField[] = ['form', 'phone', 'name', 'idNumber', 'consent'];

/** Puts the sentence of a refusal at its part of the form. */
export function errorsOfRefusal(failure: { code: CallErrorCode; message: string }): VerificationErrors {
  return { [homes[failure.code] ?? 'form']: failure.message };
}

/** Refusals that the manual route may help with. */
export const leadsToDocuments = (code: CallErrorCode): boolean =>
  code === 'document-route' ||
  code === 'verification-no-record' ||
  code === 'verification-source-limit' ||
  code === 'join-not-allowed';

const homes: Partial<Record<CallErrorCode, VerificationField>> = {
  'phone-code-invalid': 'phone',
  'phone-unsupported': 'phone',
  'phone-service-down': 'phone',
  'phone-required': 'phone',
  'phone-of-others': 'phone',
  'name-invalid': 'name',
  'id-number-invalid': 'idNumber',
  'under-age': 'idNumber',
  'document-route': 'idNumber',
  'verification-mismatch': 'idNumber',
  'verification-source-limit': 'idNumber',
};
