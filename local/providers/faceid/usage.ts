/** What an account's customers are billed for, and how often an ID number was asked for on a day. */
export interface Usage {
  /** Counts a check of `idNumber`; false when the day's limit is reached. Days are those of China (UTC+8). */
  admit(idNumber: string, nowMs: number): boolean;
  charge(action: string): void;
  /** Charged calls by action. */
  charged(): Record<string, number>;
}

const DAY_MS = 86_400_000;
const CHINA_OFFSET_MS = 8 * 3_600_000;

export function createUsage(dailyLimit: number): Usage {
  const charges: Record<string, number> = {};
  let day = -1;
  let checks = new Map<string, number>();
  return {
    admit(idNumber, nowMs) {
      const today = Math.floor((nowMs + CHINA_OFFSET_MS) / DAY_MS);
      if (today !== day) [day, checks] = [today, new Map()];
      const count = (checks.get(idNumber) ?? 0) + 1;
      if (count > dailyLimit) return false;
      checks.set(idNumber, count);
      return true;
    },
    charge(action) {
      charges[action] = (charges[action] ?? 0) + 1;
    },
    charged: () => ({ ...charges }),
  };
}
