import { writeWaitMs } from '../limits';
import { transactionConflict } from '../refusals';
import { Retry } from '../storage/commit-queue';

/**
 * Runs a write, and repeats it after each transaction that it has to wait for.
 * @throws PlatformError a conflict, when that takes longer than the SDKs wait for an answer
 */
export async function whenFree<T>(run: () => Promise<T>): Promise<T> {
  let deadline: Deadline | undefined;
  try {
    while (true) {
      try {
        return await run();
      } catch (cause) {
        if (!(cause instanceof Retry)) throw cause;
        deadline ??= startDeadline();
        if ((await Promise.race([cause.after, deadline.passed])) === passedMark) throw transactionConflict();
      }
    }
  } finally {
    deadline?.clear();
  }
}

const passedMark = Symbol('passed');

interface Deadline {
  passed: Promise<typeof passedMark>;
  clear(): void;
}

function startDeadline(): Deadline {
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<typeof passedMark>((resolve) => {
    timer = setTimeout(resolve, writeWaitMs, passedMark);
  });
  return { passed, clear: () => clearTimeout(timer) };
}
