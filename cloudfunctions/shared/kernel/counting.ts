import { batchOf, type Count, type CountedIn } from '../contract/counted';

/** Adds a batch to the stored counts. */
export type AddCounts = (where: CountedIn, added: ReadonlyMap<string, number>) => Promise<void>;

/**
 * An instance stores what it counted once in so long, at the end of a call: events half a minute after the batch before, calls alone less
 * often, because a search should cost nothing but the search. So the counts are at most this old, and what is lost is at most this much of
 * the last calls of an instance that ends. An event in an instance that was quiet is stored with its own call.
 */
const storedEveryMs = { event: 30_000, call: 300_000 };

/** So many different counts are kept while the database does not take them; further ones are dropped. */
const mostPending = 20_000;

/** What was counted since the last batch, by document and key: a busy instance makes tens of thousands of calls between two batches. */
let pending = new Map<string, Counted>();
let hasEvents = false;
let storedAtMs: number | null = null;

interface Counted extends Count {
  times: number;
}

/** Counts in this instance. Call it after what is counted has been stored. */
export function count(counts: readonly Count[]): void {
  for (const each of counts) add(each, 1);
}

function add({ in: where, key }: Count, times: number): void {
  const name = `${nameOf(where)} ${key}`;
  const known = pending.get(name);
  if (known) known.times += times;
  else if (pending.size < mostPending) pending.set(name, { in: where, key, times });
  hasEvents ||= !key.startsWith('call:');
}

/**
 * Stores what this instance counted if it is time to. Never throws. A batch whose storing fails is tried again with the next one: if the
 * database had taken it and only its answer was lost, it is counted twice.
 */
export async function storeCounts(store: AddCounts, nowMs: number): Promise<void> {
  if (pending.size === 0) return;
  if (storedAtMs === null && !hasEvents) storedAtMs = nowMs;
  const everyMs = storedEveryMs[hasEvents ? 'event' : 'call'];
  // A clock that was set back must not stop the counting.
  if (storedAtMs !== null && Math.abs(nowMs - storedAtMs) < everyMs) return;
  const taken = [...pending.values()];
  [pending, hasEvents, storedAtMs] = [new Map(), false, nowMs];
  const batches = batchOf(taken);
  const outcomes = await Promise.allSettled(batches.map((batch) => store(batch.in, batch.added)));
  const failed = batches.filter((_, at) => outcomes[at]?.status === 'rejected');
  for (const batch of failed) for (const [key, times] of batch.added) add({ in: batch.in, key }, times);
}

const nameOf = ({ kind, atMs, province }: CountedIn): string => `${kind} ${atMs} ${province}`;
