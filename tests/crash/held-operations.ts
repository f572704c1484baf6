import { setTimeout as sleep } from 'node:timers/promises';
import type { Cloud } from 'cloudbase-local';

/** Lets two pieces of work overlap in a chosen way, operation by operation of database and storage. */
export interface HeldOperations {
  /**
   * Runs `first` up to its operation number `point`, then all of `second`, then the rest of `first`. If `second` waits
   * for something that `first` holds, `first` continues. Answers how many operations `first` made until then, or in
   * all.
   */
  within(first: Work, point: number, second: Work): Promise<{ reached: boolean }>;
  /** Runs both at once and delays each operation a little, once `first` has made its first one. */
  shuffled(first: Work, second: Work, random: () => number): Promise<void>;
}

export type Work = () => Promise<unknown>;

/** Work without an operation for this long is waiting for something that is held. */
const stuckMs = 60;
/** A cold instance makes its first operation within this time. Without the wait the work would begin after the other has ended. */
const coldMs = 5_000;
const longestDelayMs = 4;

export function holdOperations({ database, faults }: Cloud): HeldOperations {
  const handle = database.handle.bind(database);
  let gate: () => Promise<void> = () => Promise.resolve();
  let lastMs = 0;
  let conflicts = 0;
  database.handle = async (action, body, rows) => {
    await gate();
    lastMs = performance.now();
    try {
      return await handle(action, body, rows);
    } catch (error) {
      if (/TransactionConflict/.test(String(error))) conflicts += 1;
      throw error;
    }
  };

  // An operation of the storage passes here before it begins.
  const strike = faults.strike.bind(faults);
  faults.strike = async (target) => {
    if (target.action?.startsWith('storage.')) {
      await gate();
      lastMs = performance.now();
    }
    return strike(target);
  };

  async function until(work: Promise<unknown>): Promise<void> {
    let isDone = false;
    void work.finally(() => (isDone = true));
    conflicts = 0;
    lastMs = performance.now() + coldMs;
    while (!isDone && conflicts < 2 && performance.now() - lastMs < stuckMs) await sleep(2);
  }

  return {
    within: async (first, point, second) => {
      let passed = 0;
      let running: Promise<unknown> | undefined;
      gate = async () => {
        passed += 1;
        if (passed !== point || running) return;
        running = second();
        await until(running);
      };
      try {
        await first();
        const reached = running !== undefined;
        await running;
        return { reached };
      } finally {
        gate = () => Promise.resolve();
      }
    },
    shuffled: async (first, second, random) => {
      let begun: () => void = () => undefined;
      const isBegun = new Promise<void>((resolve) => (begun = resolve));
      let passed = 0;
      gate = async () => {
        passed += 1;
        if (passed === 1) return;
        begun();
        await sleep(random() * longestDelayMs);
      };
      try {
        const one = first().finally(begun);
        await isBegun;
        await Promise.all([one, second()]);
      } finally {
        gate = () => Promise.resolve();
      }
    },
  };
}
