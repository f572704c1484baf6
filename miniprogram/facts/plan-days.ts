import { chinaDay } from './china-time';

const dayMs = 24 * 3_600_000;

/** The days for which a hand-over may be agreed, today first. */
export const planDays = (nowMs: number): string[] =>
  [0, 1, 2].map((ahead) => chinaDay(nowMs + ahead * dayMs));
