/**
 * The resident's ID number of mainland China, GB 11643-1999: region (6), date of birth (8), order (3), check (1).
 * The same frame serves foreigners' permanent residence cards (first digit 9, since 2023) and residence permits for
 * people from Hong Kong, Macao and Taiwan (81, 82, 83, since 2018), which the two-factor check does not know.
 */
import { chinaDay } from './china-time';

export type IdFault = 'id-number-invalid' | 'under-age' | 'document-route';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checks = '10X98765432';
/** The oldest age on record is 122 years. */
const oldestYears = 130;
export const adultYears = 18;

/**
 * The number without variations of typing: full-width forms become plain, blanks and hyphens are removed, the X becomes
 * upper case.
 */
export const normalizeIdNumber = (typed: string): string =>
  typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();

/** The fault of a normalized number on `nowMs`; null when it may be sent to the check. Costs nothing. */
export function idFault(number: string, nowMs: number): IdFault | null {
  const bornOn = birthDayOf(number);
  const years = bornOn === undefined ? null : ageYears(bornOn, nowMs);
  if (years === null || years > oldestYears) return 'id-number-invalid';
  if (/^(9|8[123])/.test(number)) return 'document-route';
  if (!/^[1-7]/.test(number)) return 'id-number-invalid';
  return years < adultYears ? 'under-age' : null;
}

/** The day of birth (`YYYY-MM-DD`) that a normalized number states; undefined when its form, day or check digit is wrong. */
export function birthDayOf(number: string): string | undefined {
  if (!/^\d{17}[\dX]$/.test(number) || checkCharacter(number) !== number[17]) return undefined;
  const bornOn = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  return isDay(bornOn) ? bornOn : undefined;
}

/** The check character that follows from the first 17 digits. */
export function checkCharacter(first17: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return checks[sum % 11] ?? '';
}

/**
 * Whole years between a day of birth (`YYYY-MM-DD`) and now, by the calendar of China; null when the day does not
 * exist or lies ahead. Somebody born on 29 February grows older on 1 March.
 */
export function ageYears(bornOn: string, nowMs: number): number | null {
  const today = chinaDay(nowMs);
  if (!isDay(bornOn) || bornOn > today) return null;
  const years = Number(today.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return today.slice(5) < bornOn.slice(5) ? years - 1 : years;
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
