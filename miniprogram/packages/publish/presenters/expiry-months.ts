import { chinaMonth } from '../../../facts/china-time';
import { say } from '../../../facts/words/say';

/** The years from which an expiry can be picked: this one and ten more. */
const years = 11;

/**
 * Two wheels, year and month. Each begins with a word instead of a date, so that one tap enters nothing by accident.
 */
export interface ExpiryWheels {
  columns: [string[], string[]];
  /** The first year of the wheel. */
  firstYear: number;
}

export function expiryWheels(nowMs: number): ExpiryWheels {
  const firstYear = Number(chinaMonth(nowMs).slice(0, 4));
  const count = (length: number, text: (index: number) => string) =>
    Array.from({ length }, (_, i) => text(i));
  return {
    firstYear,
    columns: [
      [say('选年份'), ...count(years, (index) => say`${firstYear + index}年`)],
      [say('选月份'), ...count(12, (index) => say`${index + 1}月`)],
    ],
  };
}

/** The wheels' month, YYYY-MM; undefined while a wheel shows its word. */
export function expiryAt([year = 0, month = 0]: readonly number[], firstYear: number): string | undefined {
  if (year === 0 || month === 0) return undefined;
  return `${firstYear + year - 1}-${String(month).padStart(2, '0')}`;
}

/** The wheels' positions for a picked month; at their words without one. */
export function expiryIndexes(expiresOn: string, firstYear: number): [number, number] {
  const [year, month] = expiresOn.split('-').map(Number);
  if (year === undefined || month === undefined) return [0, 0];
  return [year - firstYear + 1, month];
}
