import type { DatabaseOperation } from 'cloudbase-local';
import { startProduct, type Product } from '../../tests/integration/product';
import { nowMs } from '../../packages/sqlite-document-database/bench/fixtures/posts';
import { fillHouse } from './full-house';
import { planSteps } from './steps';

/** The database's work for one step. */
export interface StepReads {
  name: string;
  operations: DatabaseOperation[];
  examined: number;
  answered: number;
  ms: number;
}

/**
 * Runs every call and timer on a product with this many posts.
 * @param report called after each step
 * @param done called with all of them before the product closes, which takes minutes with millions of posts, because its file is written again
 */
export async function observeSteps(
  posts: number,
  report: (reads: StepReads) => void = () => undefined,
  done: (all: StepReads[]) => void = () => undefined,
): Promise<StepReads[]> {
  let operations: DatabaseOperation[] = [];
  const product = await startProduct({
    nowMs,
    onOperation: (operation) => operations.push(operation),
  });
  try {
    return await inTurn(product);
  } finally {
    await product.close();
  }

  async function inTurn(running: Product): Promise<StepReads[]> {
    await fillHouse(running, posts);
    const all: StepReads[] = [];
    for (const { name, isTimers = false, run } of await planSteps(running)) {
      operations = [];
      const startedMs = performance.now();
      await run();
      const ms = performance.now() - startedMs;
      // The clock keeps running and timers fire while calls are measured.
      const own = operations.filter(({ byTimer }) => byTimer === isTimers);
      const sum = (of: 'examined' | 'answered') => own.reduce((total, each) => total + each[of], 0);
      const reads = { name, operations: own, examined: sum('examined'), answered: sum('answered'), ms };
      all.push(reads);
      report(reads);
    }
    done(all);
    return all;
  }
}
