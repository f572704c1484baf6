/** The most calls of one function that a caller makes in a second, as the console's 限频设置 limits them (客户端维度). */
export interface CallerRate {
  /** Counts a call. 0 when it is within the limit, otherwise the milliseconds until the caller may call again. */
  count(functionName: string, caller: string): number;
}

const secondMs = 1000;

/**
 * Seconds begin on the clock of the machine, which no test moves.
 * @param limit calls a second, or undefined for any number
 */
export function createCallerRate(
  limit: number | undefined,
  now: () => number = () => performance.now(),
): CallerRate {
  let second = 0;
  let counts = new Map<string, number>();
  return {
    count(functionName, caller) {
      if (limit === undefined) return 0;
      const nowMs = now();
      const thisSecond = Math.floor(nowMs / secondMs);
      if (thisSecond !== second) [second, counts] = [thisSecond, new Map()];
      const key = `${functionName} ${caller}`;
      const calls = (counts.get(key) ?? 0) + 1;
      counts.set(key, calls);
      return calls <= limit ? 0 : (second + 1) * secondMs - nowMs;
    },
  };
}
