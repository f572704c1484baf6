import { chinaDay, chinaSecondsMs } from '@facts/china-time';

/** Where something is counted: an hour of the environment, or a day of one province. */
export type CountedIn = HourOfEnvironment | DayOfProvince;
interface HourOfEnvironment {
  kind: 'hour';
  atMs: number;
  province: null;
}
interface DayOfProvince {
  kind: 'day';
  atMs: number;
  province: string;
}

/** One more of something. Keys hold no dot, because they become fields of a document. */
export interface Count {
  in: CountedIn;
  key: string;
}

const hourMs = 3_600_000;

export const hourOf = (atMs: number): CountedIn => ({
  kind: 'hour',
  atMs: Math.floor(atMs / hourMs) * hourMs,
  province: null,
});

/** When the day of China began. */
export const dayStart = (atMs: number): number => chinaSecondsMs(`${chinaDay(atMs)} 00:00:00`) ?? 0;

/** One document of those that hold an hour or a day. */
export const countsId = ({ kind, atMs, province }: CountedIn, shard: number): string =>
  kind === 'hour' ? `hour-${atMs}-${shard}` : `day-${chinaDay(atMs)}-${province}-${shard}`;

/** A call of a function and how it ended: `ok` or an error of the contract. */
export const callCount = (functionName: string, call: string, outcome: string, atMs: number): Count => ({
  in: hourOf(atMs),
  key: `call:${functionName}:${call}:${outcome}`,
});

/** What needs the eye of an operator: a provider's own code, or an alarm of the log. */
export const signCount = (kind: 'provider' | 'alarm', code: string, atMs: number): Count => ({
  in: hourOf(atMs),
  key: `${kind}:${code.replace(/[^\w-]/g, '_').slice(0, 60)}`,
});

/** Counts by document and key, as one batch adds them. */
export function batchOf(
  counts: Iterable<Count & { times?: number }>,
): { in: CountedIn; added: Map<string, number> }[] {
  const batches = new Map<string, { in: CountedIn; added: Map<string, number> }>();
  for (const { in: where, key, times = 1 } of counts) {
    const id = countsId(where, 0);
    const batch = batches.get(id) ?? { in: where, added: new Map<string, number>() };
    batches.set(id, batch);
    batch.added.set(key, (batch.added.get(key) ?? 0) + times);
  }
  return [...batches.values()];
}
