/**
 * How documents number their holders. 回乡证: H (香港) or M (澳门), 8 digits for life, on older cards 2 more that count the
 * renewals (出入境管理局, 2010-03-10). 台胞证: 8 digits for life. Residence permits and permanent residence cards are numbered
 * like a resident's ID; until 2023 the latter had 3 letters and 12 digits.
 */
import { birthDayOf, normalizeIdNumber } from './resident-id';

export const documentKindCodes = [
  'resident',
  'passport',
  'hk-mo-permit',
  'taiwan-permit',
  'hk-mo-tw-resident',
  'permanent-resident',
] as const;
export type DocumentKindCode = (typeof documentKindCodes)[number];

const forms: Record<DocumentKindCode, RegExp> = {
  resident: /^[1-7]\d{16}[\dX]$/,
  passport: /^[A-Z\d]{6,20}$/,
  'hk-mo-permit': /^[HM]\d{8}(?:\d\d)?$/,
  'taiwan-permit': /^\d{8}$/,
  'hk-mo-tw-resident': /^8[123]\d{15}[\dX]$/,
  'permanent-resident': /^(?:9\d{16}[\dX]|[A-Z]{3}\d{12})$/,
};

/** Whether a normalized number may be one of this kind; numbers of 18 characters check themselves. */
export const numberFits = (kind: DocumentKindCode, number: string): boolean =>
  forms[kind].test(number) && (kind === 'passport' || number.length < 18 || birthDayOf(number) !== undefined);

/** The kind that a normalized number gives away; undefined for a passport and for anything else. */
export const kindOfNumber = (number: string): DocumentKindCode | undefined =>
  documentKindCodes.find((kind) => kind !== 'passport' && numberFits(kind, number));

/** What stays the same when a document is renewed, however the number is typed. */
export function holderNumber(kind: string, typed: string): string {
  const number = normalizeIdNumber(typed);
  return kind === 'hk-mo-permit' ? number.slice(0, 9) : number;
}
