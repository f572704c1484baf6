import type { Failures } from '../../shared/kernel/failures';

/** The time that a run has for its work. */
export interface Patience {
  isOver(): boolean;
  /** Does `work` for each by itself, some at a time; leaves the rest once the time is over. */
  each<T>(list: readonly T[], work: (item: T) => Promise<unknown>): Promise<void>;
}

const atOnce = 8;

export function createPatience(budgetMs: number, failures: Failures): Patience {
  const untilMs = performance.now() + budgetMs;
  const isOver = () => performance.now() >= untilMs;
  return {
    isOver,
    each: async (list, work) => {
      for (let start = 0; start < list.length && !isOver(); start += atOnce)
        await Promise.all(
          list.slice(start, start + atOnce).map((item) => failures.attempt(() => work(item))),
        );
    },
  };
}
