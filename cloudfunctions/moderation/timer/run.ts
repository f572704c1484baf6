import type { Failures } from '../../shared/kernel/failures';

/** One run of the timer. */
export interface Run {
  nowMs: number;
  failures: Failures;
  hasTime(): boolean;
}

/** Works on a few items at a time until the time is over; answers how many succeeded. A failed item does not stop the others. */
export async function each<T>(
  items: readonly T[],
  { failures, hasTime }: Pick<Run, 'failures' | 'hasTime'>,
  atOnce: number,
  work: (item: T) => Promise<boolean>,
): Promise<number> {
  let done = 0;
  let at = 0;
  const worker = async (): Promise<void> => {
    for (let item = items[at++]; item !== undefined && hasTime(); item = items[at++]) {
      const taken = item;
      if (await failures.attempt(() => work(taken))) done += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return done;
}
