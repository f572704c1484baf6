import { chinaDay } from '../../../facts/china-time';
import { say } from '../../../facts/words/say';

const oldestYears = 120;

/** Three wheels: year, month, day. Each begins with a word instead of a date, so that one tap files none. */
export function birthWheels(nowMs: number): { columns: string[][]; thisYear: number } {
  const thisYear = Number(chinaDay(nowMs).slice(0, 4));
  const count = (length: number, text: (index: number) => string) =>
    Array.from({ length }, (_, index) => text(index));
  return {
    thisYear,
    columns: [
      [say('选年份'), ...count(oldestYears, (index) => say`${thisYear - index}年`)],
      [say('选月份'), ...count(12, (index) => say`${index + 1}月`)],
      [say('选日'), ...count(31, (index) => say`${index + 1}日`)],
    ],
  };
}

/** The wheels' day, `YYYY-MM-DD`; undefined while a wheel shows its word, and for a day that no month has. */
export function birthAt(
  [year = 0, month = 0, day = 0]: readonly number[],
  thisYear: number,
): string | undefined {
  if (year === 0 || month === 0 || day === 0) return undefined;
  const text = [thisYear - year + 1, month, day].map((part) => String(part).padStart(2, '0')).join('-');
  return new Date(`${text}T00:00:00Z`).getUTCDate() === day ? text : undefined;
}

/** The wheels' positions for a picked day; at their words without one. */
export function birthIndexes(bornOn: string, thisYear: number): [number, number, number] {
  const [year, month, day] = bornOn.split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined) return [0, 0, 0];
  return [thisYear - year + 1, month, day];
}
