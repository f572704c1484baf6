/** Upper ends of the bins, in minutes. What waited longer than the last one is in a bin of its own. */
export const binMinutes = [5, 10, 15, 30, 45, 60, 90, 120, 180, 240, 360, 480, 720, 1440, 2880] as const;

const minuteMs = 60_000;

/** The bin of a wait. */
export function binOf(ms: number): number {
  const bin = binMinutes.findIndex((minutes) => ms < minutes * minuteMs);
  return bin === -1 ? binMinutes.length : bin;
}

/**
 * The median in minutes, as if the waits were spread evenly in their bin; null without any. A wait beyond the last bin counts as its end.
 * @param waits how many waits are in each bin
 */
export function medianMinutes(waits: readonly number[]): number | null {
  const half = sum(waits) / 2;
  if (half === 0) return null;
  let before = 0;
  for (const [bin, count] of waits.entries()) {
    if (before + count >= half) {
      const from = binMinutes[bin - 1] ?? 0;
      const to = binMinutes[bin] ?? from;
      return Math.round(from + ((to - from) * (half - before)) / count);
    }
    before += count;
  }
  return null;
}

/** Bin by bin. */
export const addedWaits = (one: readonly number[], other: readonly number[]): number[] =>
  Array.from({ length: binMinutes.length + 1 }, (_, bin) => (one[bin] ?? 0) + (other[bin] ?? 0));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
