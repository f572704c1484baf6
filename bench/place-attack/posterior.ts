import type { Spot } from './towns';

/**
 * The attacker's remaining uncertainty: the number of compounds that are practically equally likely, and the error of
 * the best guess.
 */
export interface Left {
  compounds: number;
  meters: number;
}

/** @param weights how likely each compound explains what was seen */
export function whatIsLeft(compounds: readonly Spot[], weights: readonly number[], home: number): Left {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const likely = compounds.flatMap((spot, index) => {
    const share = (weights[index] ?? 0) / total;
    return share > 0 ? [{ spot, share }] : [];
  });
  const entropy = likely.reduce((sum, { share }) => sum - share * Math.log(share), 0);
  const guess = leastExpectedMeters(likely);
  const at = compounds[home];
  if (!guess || !at) throw new Error('what was seen fits no compound');
  return { compounds: Math.exp(entropy), meters: metersBetween(guess, at) };
}

/** The likely compound with the least expected distance from home. */
function leastExpectedMeters(likely: readonly { spot: Spot; share: number }[]): Spot | undefined {
  let best: { spot: Spot; meters: number } | undefined;
  for (const { spot } of likely) {
    const meters = likely.reduce((sum, other) => sum + other.share * metersBetween(spot, other.spot), 0);
    if (!best || meters < best.meters) best = { spot, meters };
  }
  return best?.spot;
}

export const metersBetween = (one: Spot, other: Spot): number =>
  Math.hypot(one[0] - other[0], one[1] - other[1]);
