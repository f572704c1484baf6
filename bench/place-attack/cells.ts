import type { Coordinates } from '../../cloudfunctions/shared/contract/place';
import { earthRadiusMeters } from '../../miniprogram/facts/distance';
import { publicPointOf } from '../../cloudfunctions/shared/domain/public-point';
import { strayMeters, type Weigh } from './attackers';
import type { Spot } from './towns';

/** The position of the invented towns: Changsha, where all cells are a town's. */
const middle: Coordinates = [112.97, 28.19];
const samples = 60;

/** The cell in which the product shows a spot. */
export function cellOf([east, north]: Spot): string {
  const metersPerDegree = (earthRadiusMeters * Math.PI) / 180;
  const perLongitude = metersPerDegree * Math.cos((middle[1] * Math.PI) / 180);
  const point = publicPointOf([middle[0] + east / perLongitude, middle[1] + north / metersPerDegree]);
  return point.join();
}

/** For each compound the cells that its people's picks show, each with its share of them. */
export function cellShares(compounds: readonly Spot[]): ReadonlyMap<string, number>[] {
  return compounds.map((compound) => {
    const shares = new Map<string, number>();
    for (const pick of sunflower(compound)) {
      const cell = cellOf(pick);
      shares.set(cell, (shares.get(cell) ?? 0) + 1 / samples);
    }
    return shares;
  });
}

/** The information in the cells of these picks. Repeated posts from a phone that keeps the place count as one pick. */
export function weighCells(picks: readonly Spot[], shares: readonly ReadonlyMap<string, number>[]): Weigh {
  const distinct = [...new Map(picks.map((pick) => [pick.join(), pick])).values()];
  const seen = distinct.map(cellOf);
  return (_, index) => seen.reduce((product, cell) => product * (shares[index]?.get(cell) ?? 0), 1);
}

/** Points spread evenly over the disc of picks (Vogel 1979). */
const sunflower = ([east, north]: Spot): Spot[] =>
  Array.from({ length: samples }, (_, i) => {
    const [far, angle] = [strayMeters * Math.sqrt((i + 0.5) / samples), i * Math.PI * (3 - Math.sqrt(5))];
    return [east + far * Math.cos(angle), north + far * Math.sin(angle)];
  });
