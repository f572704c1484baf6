import type { Random } from '../../local/seed/random';
import { drawShift, weightByDistance } from './one-shift';
import { metersBetween } from './posterior';
import type { Spot } from './towns';

/** Picks are within this distance of a compound's middle: its gates and houses. */
export const strayMeters = 50;

/** How likely each compound explains what was seen of a home. */
export type Weigh = (compound: Spot, index: number) => number;

/** An attacker's knowledge, and the conclusions from it for each way of showing places. */
export interface Attacker {
  knows: string;
  oneShift(home: Spot, random: Random): Weigh;
  /** The picks of which the attacker sees the cells. */
  picks(home: Spot, random: Random): Spot[];
}

export const stray = ([east, north]: Spot, random: Random): Spot => {
  const [far, bearing] = [Math.sqrt(random.unit()) * strayMeters, random.unit() * 2 * Math.PI];
  return [east + far * Math.sin(bearing), north + far * Math.cos(bearing)];
};

/** @param random for precomputed distances: how far the earlier way moves a place */
export function createAttackers(random: Random): Attacker[] {
  const origin: Spot = [0, 0];
  const ring = weightByDistance(() => drawShift(random).shown(stray(origin, random)));
  // After a shift was read off another place, two roundings to the grid remain.
  const readOff = weightByDistance(() => {
    const shift = drawShift(random);
    return shiftedBack(shift.shown(stray(origin, random)), shift.shown(origin), origin);
  });

  const seesOne = (home: Spot): Weigh => {
    const shown = drawShift(random).shown(stray(home, random));
    return (compound) => ring(metersBetween(compound, shown));
  };
  const readsShift = (home: Spot, known: (shown: Spot) => Spot): Weigh => {
    const shift = drawShift(random);
    const shown = shift.shown(stray(home, random));
    const place = known(shown);
    const found = shiftedBack(shown, shift.shown(place), place);
    return (compound) => readOff(metersBetween(compound, found));
  };
  const once = (home: Spot, from: Random): Spot[] => [stray(home, from)];
  const again = (times: number) => (home: Spot, from: Random) => {
    const [kept = home] = once(home, from);
    return Array.from({ length: times }, () => kept);
  };

  return [
    { knows: 'one post', oneShift: seesOne, picks: once },
    { knows: 'thirty posts, all kept', oneShift: seesOne, picks: again(30) },
    {
      knows: 'posts as the person (name and ID)',
      oneShift: (home) => readsShift(home, (shown) => shown),
      picks: once,
    },
    {
      knows: 'another place of the person, 1 km off',
      oneShift: (home) => readsShift(home, () => [home[0] + 600, home[1] - 800]),
      picks: once,
    },
    { knows: 'ten erasures, a post after each', oneShift: seesOne, picks: again(11) },
    {
      knows: 'two of a household, one spot',
      oneShift: (home) => both(seesOne(home), seesOne(home)),
      picks: again(2),
    },
    {
      knows: 'two of a household, each their own spot',
      oneShift: (home) => both(seesOne(home), seesOne(home)),
      picks: (home, from) => [...once(home, from), ...once(home, from)],
    },
    {
      knows: 'ten picks of the home, each on a new phone',
      oneShift: seesOne,
      picks: (home, from) => Array.from({ length: 10 }, () => stray(home, from)),
    },
  ];
}

const both =
  (one: Weigh, other: Weigh): Weigh =>
  (compound, index) =>
    one(compound, index) * other(compound, index);

/** The position of a shown home if it was moved like a known place. */
const shiftedBack = (shown: Spot, knownShown: Spot, known: Spot): Spot => [
  shown[0] - (knownShown[0] - known[0]),
  shown[1] - (knownShown[1] - known[1]),
];
