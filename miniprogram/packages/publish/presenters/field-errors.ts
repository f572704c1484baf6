import type { CallErrorCode } from '../../../model/call-error-code';

/** Sentences by the dotted path of their field; under `form` those that belong to no field. */
export type FieldErrors = Readonly<Record<string, string>>;

/** Puts the sentence of a refused publish at its field. */
export function errorsOfFailure(failure: {
  code: CallErrorCode;
  message: string;
  field?: string;
}): FieldErrors {
  return { [failure.field ?? homeOf(failure.code)]: failure.message };
}

/** The topmost part of the form with an error; null without one. */
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
