import type { Random } from './random';

/** Draws from a list by weight in logarithmic time. Weights are 0 or more, and at least one is above 0. */
export function weightedDraw<T>(list: readonly T[], weightOf: (item: T) => number): (random: Random) => T {
  const sums: number[] = [];
  let total = 0;
  for (const item of list) sums.push((total += weightOf(item)));
  return (random) => {
    const target = random.unit() * total;
    let [low, high] = [0, list.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) > target) high = middle;
      else low = middle + 1;
    }
    const drawn = list[low];
    if (drawn === undefined) throw new Error('nothing to draw from');
    return drawn;
  };
}
