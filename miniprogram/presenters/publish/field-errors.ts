import type { CallErrorCode } from '../../model/call-error-code';

/** Sentences by the dotted path of the field that they stand at; under `form` what belongs to no field. */
export type FieldErrors = Readonly<Record<string, string>>;

/** Where a refused publish is to be shown. */
export function errorsOfFailure(failure: {
  code: CallErrorCode;
  message: string;
  field?: string;
}): FieldErrors {
  return { [failure.field ?? homeOf(failure.code)]: failure.message };
}

/** The first part of the form, from the top, that has an error; null when none has. */
export function firstFaulty(errors: FieldErrors, order: readonly string[]): string | null {
  const faulty = new Set(Object.keys(errors).map((path) => path.split('.')[0]));
  return order.find((section) => faulty.has(section)) ?? null;
}

function homeOf(code: CallErrorCode): string {
  return homes[code] ?? 'form';
}

const homes: Partial<Record<CallErrorCode, string>> = {
  'item-not-listed': 'items',
  'item-refused': 'items',
  'quantity-too-large': 'items',
  'medicine-expired': 'items',
  'region-unknown': 'place',
};
