import { chinaMonth } from '../../facts/china-time';

/** The months that an expiry can be picked from: this one, since a medicine lasts to its month's end, and ten years on. */
export function expiryMonths(nowMs: number): { firstMonth: string; lastMonth: string } {
  const firstMonth = chinaMonth(nowMs);
  return { firstMonth, lastMonth: `${Number(firstMonth.slice(0, 4)) + 10}${firstMonth.slice(4)}` };
}
