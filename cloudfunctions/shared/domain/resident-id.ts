/**
 * The resident's ID number of mainland China, GB 11643-1999: region (6), date of birth (8), order (3), check (1).
 * The same frame serves foreigners' permanent residence cards (first digit 9, since 2023) and residence permits for
 * people from Hong Kong, Macao and Taiwan (81, 82, 83, since 2018), which the two-factor check does not know.
 */
export type IdFault = 'id-number-invalid' | 'under-age' | 'document-route';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checks = '10X98765432';
/** Nobody older is alive. */
const oldestYears = 130;
export const adultYears = 18;

/** As people type it: blanks and hyphens gone, the X upper-case. */
export const normalizeIdNumber = (typed: string): string =>
  typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();

/** What is wrong with a normalized number on `nowMs`, null when it may be sent to the check. Costs nothing. */
export function idFault(number: string, nowMs: number): IdFault | null {
  if (!/^\d{17}[\dX]$/.test(number) || !checkDigitFits(number)) return 'id-number-invalid';
  const bornOn = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  const years = ageYears(bornOn, nowMs);
  if (years === null || years > oldestYears) return 'id-number-invalid';
  if (/^(9|8[123])/.test(number)) return 'document-route';
  if (!/^[1-7]/.test(number)) return 'id-number-invalid';
  return years < adultYears ? 'under-age' : null;
}

/**
 * Whole years between a day of birth (`YYYY-MM-DD`) and now, by the calendar of China; null when there is no such day
 * or it lies ahead. Who was born on 29 February grows older on 1 March.
 */
export function ageYears(bornOn: string, nowMs: number): number | null {
  const born = new Date(`${bornOn}T00:00:00Z`);
  if (Number.isNaN(born.getTime()) || !born.toISOString().startsWith(bornOn)) return null;
  const today = chinaDay(nowMs);
  if (bornOn > today) return null;
  const years = Number(today.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return today.slice(5) < bornOn.slice(5) ? years - 1 : years;
}

/** The day in China, `YYYY-MM-DD`. China keeps one time, UTC+8, all year. */
export const chinaDay = (nowMs: number): string => new Date(nowMs + 8 * 3_600_000).toISOString().slice(0, 10);

function checkDigitFits(number: string): boolean {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return checks[sum % 11] === number[17];
}
