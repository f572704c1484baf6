import type { Random } from '../../local/seed/random';
import type { Attacker, Weigh } from './attackers';
import { cellShares, weighCells } from './cells';
import { whatIsLeft, type Left } from './posterior';
import type { Spot, Town } from './towns';

/** One way of showing places against one attacker, over all victims of a town. */
export interface Rating {
  /** Compounds that stay equally likely: the least over all homes, the 5th percentile, and the median. */
  least: number;
  fifth: number;
  median: number;
  /** The share of homes with fewer than five compounds left. */
  belowFive: number;
  medianMeters: number;
}

export interface Row {
  attacker: string;
  oneShift: Rating;
  cell: Rating;
}

export function rateTown(town: Town, attackers: readonly Attacker[], random: Random): Row[] {
  const shares = cellShares(town.compounds);
  return attackers.map((attacker) => ({
    attacker: attacker.knows,
    oneShift: rate(town, (home) => attacker.oneShift(home, random)),
    cell: rate(town, (home) => weighCells(attacker.picks(home, random), shares)),
  }));
}

function rate({ compounds, victims }: Town, see: (home: Spot) => Weigh): Rating {
  const left = victims.map((index): Left => {
    const weigh = see(compounds[index] ?? [0, 0]);
    // The home itself always fits, so the part that the samples above missed is added.
    const weights = compounds.map((compound, at) => Math.max(weigh(compound, at), at === index ? 1e-6 : 0));
    return whatIsLeft(compounds, weights, index);
  });
  const counts = left.map((each) => each.compounds).sort((a, b) => a - b);
  const meters = left.map((each) => each.meters).sort((a, b) => a - b);
  return {
    least: quantile(counts, 0),
    fifth: quantile(counts, 0.05),
    median: quantile(counts, 0.5),
    belowFive: counts.filter((count) => count < 4.99).length / counts.length,
    medianMeters: quantile(meters, 0.5),
  };
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
