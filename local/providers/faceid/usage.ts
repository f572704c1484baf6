import { chinaDay } from '@facts/china-time';

/** What an account is charged for, and how often each ID number was checked on a day. */
export interface Usage {
  /** Counts a check of `idNumber`; false when the day's limit is reached. Days are those of China (UTC+8). */
  admit(idNumber: string, nowMs: number): boolean;
  charge(action: string): void;
  /** Charged calls by action. */
  charged(): Record<string, number>;
}

export function createUsage(dailyLimit: number): Usage {
  const charges: Record<string, number> = {};
  let day = '';
  let checks = new Map<string, number>();
  return {
    admit(idNumber, nowMs) {
      const today = chinaDay(nowMs);
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
