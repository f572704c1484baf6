import { chinaMonth } from '../../facts/china-time';

/** Months that an expiry may be picked from: this one (a medicine lives to its month's end) and ten years on. */
export function expiryMonths(nowMs: number): { firstMonth: string; lastMonth: string } {
  const firstMonth = chinaMonth(nowMs);
  return { firstMonth, lastMonth: `${Number(firstMonth.slice(0, 4)) + 10}${firstMonth.slice(4)}` };
}
