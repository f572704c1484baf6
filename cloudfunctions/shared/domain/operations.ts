import type { CountsDocument } from '../contract/counts-documents';
import { hourOf } from '../contract/counted';
import type { FunctionCalls, HourOfService, RegionToday } from '../contract/operations';

const hourMs = 3_600_000;
const ownFaults = ['internal', 'busy', 'misconfigured'];

/** Beginning of the first of the last 24 hours. */
export const firstHour = (nowMs: number): number => hourOf(nowMs).atMs - 23 * hourMs;

/** The last 24 hours, oldest first. */
export function hoursOf(counted: readonly CountsDocument[], nowMs: number): HourOfService[] {
  const hours = Array.from({ length: 24 }, (_, at) => emptyHour(firstHour(nowMs) + at * hourMs));
  for (const { atMs, counts } of counted) {
    const hour = hours.find((each) => each.atMs === atMs);
    if (hour) for (const [key, count] of Object.entries(counts)) add(hour, key, count);
  }
  return hours;
}

function add(hour: HourOfService, key: string, count: number): void {
  const [what = '', , , outcome = ''] = key.split(':');
  if (what === 'call') {
    hour.calls += count;
    if (ownFaults.includes(outcome)) hour.failed += count;
  } else if (isPlain(what)) hour[what] += count;
}

const plain = ['need', 'spare', 'solved', 'contact', 'wait', 'provider', 'alarm'] as const;
const isPlain = (what: string): what is (typeof plain)[number] => (plain as readonly string[]).includes(what);

const emptyHour = (atMs: number): HourOfService => ({
  atMs,
  need: 0,
  spare: 0,
  solved: 0,
  contact: 0,
  wait: 0,
  calls: 0,
  failed: 0,
  provider: 0,
  alarm: 0,
});

/** Calls by function, the most called first. */
export function functionsOf(counted: readonly CountsDocument[]): FunctionCalls[] {
  const functions = new Map<string, FunctionCalls>();
  for (const [key, count] of sumsOf(counted)) {
    const [what, name = '', call = '', code = ''] = key.split(':');
    if (what !== 'call') continue;
    const found = functions.get(name) ?? { name, calls: 0, codes: [] };
    functions.set(name, found);
    found.calls += count;
    if (code !== 'ok') found.codes.push({ call, code, count });
  }
  for (const { codes } of functions.values()) codes.sort((a, b) => b.count - a.count);
  return [...functions.values()].sort((a, b) => b.calls - a.calls);
}

/** What needs an operator's eye, the most frequent first. */
export const signsOf = (counted: readonly CountsDocument[]): { sign: string; count: number }[] =>
  [...sumsOf(counted)]
    .filter(([key]) => /^(provider|alarm):/.test(key))
    .map(([sign, count]) => ({ sign, count }))
    .sort((a, b) => b.count - a.count)
    .slice(0, 20);

/** Provinces by their posts of a day. */
export function regionsOf(counted: readonly CountsDocument[]): RegionToday[] {
  const regions = new Map<string, RegionToday>();
  for (const { province, counts } of counted) {
    if (province === null) continue;
    const region = regions.get(province) ?? { code: province, need: 0, spare: 0, solved: 0, contacted: 0 };
    regions.set(province, region);
    for (const [key, count] of Object.entries(counts)) {
      const what = /^\d{6}:(need|spare|solved|contacted)$/.exec(key)?.[1] as
        Exclude<keyof RegionToday, 'code'> | undefined;
      if (what) region[what] += count;
    }
  }
  return [...regions.values()].sort((a, b) => b.need + b.spare - (a.need + a.spare));
}

function sumsOf(counted: readonly CountsDocument[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { counts } of counted)
    for (const [key, count] of Object.entries(counts)) sums.set(key, (sums.get(key) ?? 0) + count);
  return sums;
}
