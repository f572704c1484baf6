import { Retry } from '../storage/commit-queue';

/** Runs a write, again after each transaction that it has to wait for has ended. */
export async function whenFree<T>(run: () => Promise<T>): Promise<T> {
  while (true) {
    try {
      return await run();
    } catch (cause) {
      if (!(cause instanceof Retry)) throw cause;
      await cause.after;
    }
  }
}
