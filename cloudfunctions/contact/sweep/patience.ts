import type { Failures } from '../../shared/kernel/failures';

/** The time that a run has for its work. */
export interface Patience {
  isOver(): boolean;
  /** Runs `work` for each item, some at a time; once the time is over it leaves the remaining items alone. */
  each<T>(list: readonly T[], work: (item: T) => Promise<unknown>): Promise<void>;
}

const atOnce = 16;

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
