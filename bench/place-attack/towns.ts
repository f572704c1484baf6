import type { Random } from '../../local/seed/random';

/** Metres east and north of the middle of a town. */
export type Spot = readonly [east: number, north: number];

/** The distance from a town's middle within which its compounds are, in each direction. */
const halfMeters = 9_000;
/** Homes under attack are at least this far from the edge of the list, because there are compounds beyond it too. */
const marginMeters = 3_500;

export interface Town {
  name: string;
  compounds: Spot[];
  /** Indices of the compounds whose people are attacked. */
  victims: number[];
}

const layouts = { even: evenly, clustered: inClusters, city: asACity };

/** Invented lists of compounds with the given density, laid out in three ways. */
export function inventTowns(perKm2: number, victims: number, random: Random): Town[] {
  return Object.entries(layouts).map(([name, layOut]) => {
    const compounds = layOut(perKm2, random);
    const inside = compounds.flatMap(([east, north], index) =>
      Math.max(Math.abs(east), Math.abs(north)) < halfMeters - marginMeters ? [index] : [],
    );
    return {
      name: `${name}, ${perKm2}/km²`,
      compounds,
      victims: Array.from({ length: victims }, () => random.pick(inside)),
    };
  });
}

const somewhere = (random: Random): Spot => [
  (random.unit() * 2 - 1) * halfMeters,
  (random.unit() * 2 - 1) * halfMeters,
];

/** Poisson: the compounds are independent of each other. */
function evenly(perKm2: number, random: Random): Spot[] {
  const count = Math.round(perKm2 * ((2 * halfMeters) / 1_000) ** 2);
  return Array.from({ length: count }, () => somewhere(random));
}

/** A Thomas process: eight homes around each of some random places. */
function inClusters(perKm2: number, random: Random): Spot[] {
  const eight = 8;
  return evenly(perKm2 / eight, random).flatMap(([east, north]) =>
    Array.from({ length: eight }, (): Spot => [
      east + random.gaussian() * 300,
      north + random.gaussian() * 300,
    ]),
  );
}

/** Dense in the middle, a third as dense 6 km out; a river 600 m wide, and twelve parks, campuses and works without a home. */
function asACity(perKm2: number, random: Random): Spot[] {
  const parks = Array.from({ length: 12 }, () => somewhere(random));
  const lives = ([east, north]: Spot): boolean => {
    const density = Math.max(1 / 3, 1.5 - Math.hypot(east, north) / 5_000) / 1.5;
    const river = Math.abs(east + 1_500 + 400 * Math.sin(north / 2_000)) < 300;
    const park = parks.some(([x, y]) => Math.hypot(east - x, north - y) < 600);
    return !river && !park && random.chance(density);
  };
  return evenly(perKm2 * 1.5, random).filter(lives);
}
