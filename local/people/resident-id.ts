/** Resident identity numbers: 17 digits (region, date of birth, sequence) and a check character, as GB 11643-1999 says. */

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';
const RESIDENT_ID = /^\d{6}(\d{4})(\d{2})(\d{2})\d{3}[\dX]$/;

export interface BirthDate {
  year: number;
  /** 1–12. */
  month: number;
  day: number;
}

/** The check character for the first 17 digits. */
export function checkCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return CHECK_CHARACTERS[sum % 11] ?? '';
}

/** Date of birth that a number states; undefined when its form, date or check character is wrong. A lower-case x is taken for X. */
export function birthDateOf(idNumber: string): BirthDate | undefined {
  const upper = idNumber.toUpperCase();
  const match = RESIDENT_ID.exec(upper);
  if (!match || checkCharacter(upper.slice(0, 17)) !== upper[17]) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1900 ? { year, month, day } : undefined;
}

/** Completed years of life at `nowMs`, counted by the calendar of China (UTC+8). */
export function ageAt({ year, month, day }: BirthDate, nowMs: number): number {
  const today = new Date(nowMs + 8 * 3_600_000);
  const hadBirthday =
    today.getUTCMonth() + 1 > month || (today.getUTCMonth() + 1 === month && today.getUTCDate() >= day);
  return today.getUTCFullYear() - year - (hadBirthday ? 0 : 1);
}
