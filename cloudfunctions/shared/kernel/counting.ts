import { batchOf, type Count, type CountedIn } from '../contract/counted';

/** Adds a batch to the stored counts. */
export type AddCounts = (where: CountedIn, added: ReadonlyMap<string, number>) => Promise<void>;

/**
 * An instance stores what it counted once in so long, at the end of a call: events half a minute after the batch before, calls alone less
 * often, because a search should cost nothing but the search. So the counts are at most this old, and what is lost is at most this much of
 * the last calls of an instance that ends. An event in an instance that was quiet is stored with its own call.
 */
const storedEveryMs = { event: 30_000, call: 300_000 };

/** So many are kept while the database does not take them; further ones are dropped. */
const mostPending = 50_000;

let pending: Count[] = [];
let storedAtMs: number | null = null;

/** Counts in this instance. Call it after what is counted has been stored. */
export function count(counts: readonly Count[]): void {
  if (pending.length < mostPending) pending.push(...counts);
}

/**
 * Stores what this instance counted if it is time to. Never throws. A batch whose storing fails is tried again with the next one: if the
 * database had taken it and only its answer was lost, it is counted twice.
 */
export async function storeCounts(add: AddCounts, nowMs: number): Promise<void> {
  if (pending.length === 0) return;
  const isOnlyCalls = pending.every(({ key }) => key.startsWith('call:'));
  if (storedAtMs === null && isOnlyCalls) storedAtMs = nowMs;
  const everyMs = storedEveryMs[isOnlyCalls ? 'call' : 'event'];
  // A clock that was set back must not stop the counting.
  if (storedAtMs !== null && Math.abs(nowMs - storedAtMs) < everyMs) return;
  const taken = pending;
  [pending, storedAtMs] = [[], nowMs];
  const batches = batchOf(taken);
  const outcomes = await Promise.allSettled(batches.map((batch) => add(batch.in, batch.added)));
  const failed = new Set(batches.filter((_, at) => outcomes[at]?.status === 'rejected').map(nameOf));
  if (failed.size > 0) count(taken.filter((each) => failed.has(nameOf(each))));
}

const nameOf = ({ in: { kind, atMs, province } }: { in: CountedIn }): string => `${kind} ${atMs} ${province}`;
