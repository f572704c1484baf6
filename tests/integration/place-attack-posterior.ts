import type { Coordinates } from '../../cloudfunctions/shared/contract/place';
import { earthRadiusMeters } from '../../cloudfunctions/shared/domain/distance';
import type { Seen } from './place-attacks';

/** Metres east and north of the first point seen. */
type Flat = readonly [east: number, north: number];

/** As in domain/public-point.ts: the attacker knows everything but the key. */
const sameSpotMeters = 172;
const halfGridMeters = 50;
const shiftMeters = 500;

/**
 * The best guess of a home by all that is seen: which point each post showed, in order, which were new and which used
 * again. For every place where home may stand in the picture that is shown, the chance of just this sequence is worked
 * out from how the product decides and how far this person's picks stray; then the picture is moved back by every
 * shift that the key may have drawn, and the guess is the point with the least median distance from all of these.
 *
 * @param knownShift a shift that the attacker has learnt, in metres; without it every direction is as likely
 */
export function likeliestByAll(seen: Seen, jitterMeters: number, knownShift?: Flat): Coordinates {
  const origin = seen[0] ?? [0, 0];
  const map = flatAround(origin);
  const shown = seen.map(map.toFlat);
  const moved = weighShownHomes(shown, jitterMeters);
  const shifts = knownShift ? [knownShift] : circle(shiftMeters);
  const homes = moved.flatMap(({ at, weight }) =>
    shifts.map((shift) => ({ at: [at[0] - shift[0], at[1] - shift[1]] as const, weight })),
  );
  const middle = meanOf(moved);
  const guesses = [[0, 0] as const, ...circle(250), ...circle(500)].map((step): Flat => {
    const [east, north] = knownShift ?? [0, 0];
    return [middle[0] - east + step[0], middle[1] - north + step[1]];
  });
  return map.fromFlat(leastBy(guesses, (guess) => weightedMedianMeters(homes, guess)));
}

interface Weighed {
  at: Flat;
  weight: number;
}

/** Possible places of the shown home, which is the true home moved by the shift, with their posterior weights. */
function weighShownHomes(shown: readonly Flat[], jitterMeters: number): Weighed[] {
  const disc = sunflower(120, jitterMeters);
  const reach = jitterMeters + halfGridMeters * 2;
  const step = reach / 8;
  const distinct = [...new Map(shown.map((point) => [point.join(), point])).values()];
  const middle = meanOf(distinct.map((at) => ({ at, weight: 1 })));
  const places: { at: Flat; log: number }[] = [];
  for (let east = -reach; east <= reach; east += step)
    for (let north = -reach; north <= reach; north += step) {
      const at: Flat = [middle[0] + east, middle[1] + north];
      places.push({ at, log: logChance(shown, at, disc) });
    }
  const best = Math.max(...places.map(({ log }) => log));
  return places
    .map(({ at, log }) => ({ at, weight: Math.exp(log - best) }))
    .filter(({ weight }) => weight > 0.05);
}

/** The chance of the whole sequence if home stood here in the shown picture. */
function logChance(shown: readonly Flat[], home: Flat, disc: readonly Flat[]): number {
  const known: Flat[] = [];
  let sum = 0;
  for (const point of shown) {
    const index = known.findIndex((each) => each[0] === point[0] && each[1] === point[1]);
    let fits = 0;
    for (const step of disc) {
      const picked: Flat = [home[0] + step[0], home[1] + step[1]];
      const chosen = nearestIndex(known, picked);
      const isNew =
        chosen === -1 &&
        Math.abs(picked[0] - point[0]) <= halfGridMeters &&
        Math.abs(picked[1] - point[1]) <= halfGridMeters;
      if (index === -1 ? isNew : chosen === index) fits += 1;
    }
    sum += Math.log((fits + 0.01) / disc.length);
    if (index === -1) known.push(point);
  }
  return sum;
}

/** The known spot that a pick is taken for; -1 for a new one. */
function nearestIndex(known: readonly Flat[], picked: Flat): number {
  let [nearest, least] = [-1, sameSpotMeters ** 2];
  known.forEach((point, index) => {
    const squared = (point[0] - picked[0]) ** 2 + (point[1] - picked[1]) ** 2;
    if (squared <= least) [nearest, least] = [index, squared];
  });
  return nearest;
}

/** To ten metres. */
function weightedMedianMeters(places: readonly Weighed[], from: Flat): number {
  const tens = new Float64Array(500);
  let total = 0;
  for (const { at, weight } of places) {
    const ten = Math.min(499, Math.floor(Math.hypot(at[0] - from[0], at[1] - from[1]) / 10));
    tens[ten] = (tens[ten] ?? 0) + weight;
    total += weight;
  }
  let passed = 0;
  return tens.findIndex((weight) => (passed += weight) * 2 >= total) * 10;
}

function leastBy<T>(values: readonly T[], of: (value: T) => number): T {
  let [best, least] = [values[0], Infinity];
  for (const value of values) {
    const amount = of(value);
    if (amount < least) [best, least] = [value, amount];
  }
  if (best === undefined) throw new Error('nothing to choose from');
  return best;
}

function meanOf(places: readonly Weighed[]): Flat {
  const total = places.reduce((sum, { weight }) => sum + weight, 0);
  return [0, 1].map(
    (axis) => places.reduce((sum, { at, weight }) => sum + (at[axis] ?? 0) * weight, 0) / total,
  ) as unknown as Flat;
}

const circle = (meters: number): Flat[] =>
  Array.from({ length: 24 }, (_, i) => [
    meters * Math.cos((i / 12) * Math.PI),
    meters * Math.sin((i / 12) * Math.PI),
  ]);

/** Points spread evenly over a disc (Vogel 1979). */
const sunflower = (points: number, radius: number): Flat[] =>
  Array.from({ length: points }, (_, i) => {
    const [r, angle] = [radius * Math.sqrt((i + 0.5) / points), i * Math.PI * (3 - Math.sqrt(5))];
    return [r * Math.cos(angle), r * Math.sin(angle)];
  });

export function flatAround([lng0, lat0]: Coordinates): {
  toFlat(point: Coordinates): Flat;
  fromFlat(point: Flat): Coordinates;
} {
  const north = (earthRadiusMeters * Math.PI) / 180;
  const east = north * Math.cos((lat0 * Math.PI) / 180);
  return {
    toFlat: ([lng, lat]) => [(lng - lng0) * east, (lat - lat0) * north],
    fromFlat: ([x, y]) => [lng0 + x / east, lat0 + y / north],
  };
}
