/** Months that an expiry may be picked from: this one (a medicine lives to its month's end) and ten years on. */
export function expiryMonths(nowMs: number): { firstMonth: string; lastMonth: string } {
  const now = new Date(nowMs);
  const month = String(now.getMonth() + 1).padStart(2, '0');
  return { firstMonth: `${now.getFullYear()}-${month}`, lastMonth: `${now.getFullYear() + 10}-${month}` };
}
