import type { Coordinates } from '../../cloudfunctions/shared/contract/place';
import { blurMeters } from '../../cloudfunctions/shared/domain/public-point';
import { distanceMeters, pointAt } from '../../cloudfunctions/shared/domain/distance';

/** What an attacker has learnt about one person: the public points of all their posts, as answers showed them. */
export type Seen = readonly Coordinates[];

/** The middle of everything seen: undoes any blur that averages away. */
export const centroid = (seen: Seen): Coordinates => [
  mean(seen.map(([lng]) => lng)),
  mean(seen.map(([, lat]) => lat)),
];

/** The latest point, taken back by the way in which the attacker's own posts were moved: undoes a blur that is shared. */
export function undoOwnShift(
  seen: Seen,
  own: readonly { picked: Coordinates; shown: Coordinates }[],
): Coordinates {
  const [lng, lat] = centroid(seen);
  return [
    lng - mean(own.map(({ picked, shown }) => shown[0] - picked[0])),
    lat - mean(own.map(({ picked, shown }) => shown[1] - picked[1])),
  ];
}

/** The point that most posts showed. */
export function mostShown(seen: Seen): Coordinates {
  const counts = new Map<string, { point: Coordinates; count: number }>();
  for (const point of seen)
    counts.set(point.join(), { point, count: (counts.get(point.join())?.count ?? 0) + 1 });
  const [most] = [...counts.values()].sort((a, b) => b.count - a.count);
  return most?.point ?? centroid(seen);
}

/**
 * The likeliest home: every point shown lies 300 to 700 m from it. Of a grid's cells, those that fit most of the points
 * make the answer's middle.
 */
export function likeliestHome(seen: Seen): Coordinates {
  const [middle] = [centroid(seen)];
  const distinct = [...new Map(seen.map((point) => [point.join(), point])).values()];
  let best: { fits: number; cells: Coordinates[] } = { fits: -1, cells: [] };
  for (let ring = 0; ring <= 900; ring += 30)
    for (let step = 0; step < Math.max(1, ring / 5); step += 1) {
      const cell = pointAt(middle, ring, (step / Math.max(1, ring / 5)) * 2 * Math.PI);
      const fits = distinct.filter((point) => {
        const meters = distanceMeters(cell, point);
        return meters >= blurMeters.least && meters <= blurMeters.most;
      }).length;
      if (fits > best.fits) best = { fits, cells: [cell] };
      else if (fits === best.fits) best.cells.push(cell);
    }
  // One of the cells, not their middle: the cells form a ring, and the home cannot be in its middle.
  return best.cells[Math.floor(best.cells.length / 3)] ?? middle;
}

/**
 * Where home lies if each picture, of so many points, was moved by about 500 m in a way of its own: the place whose
 * distances from the pictures' middles are nearest to that, all together.
 */
export function wherePicturesMeet(seen: Seen, pointsEach: number): Coordinates {
  const middles: Coordinates[] = [];
  for (let start = 0; start < seen.length; start += pointsEach)
    middles.push(centroid(seen.slice(start, start + pointsEach)));
  const [first = [0, 0] as Coordinates] = middles;
  let best: { off: number; at: Coordinates } = { off: Infinity, at: first };
  for (let meters = 440; meters <= 560; meters += 10)
    for (let step = 0; step < 120; step += 1) {
      const at = pointAt(first, meters, (step / 60) * Math.PI);
      const off = middles.reduce((sum, middle) => sum + (distanceMeters(at, middle) - 500) ** 2, 0);
      if (off < best.off) best = { off, at };
    }
  return best.at;
}

/**
 * The point that a post is measured from, found by its distance bands alone: along eight bearings the edge of the first
 * band is halved down to a metre or so, and the edges' middle is the point.
 */
export async function trilaterate(
  start: Coordinates,
  bandFrom: (centre: Coordinates) => Promise<number>,
): Promise<Coordinates> {
  const edges: Coordinates[] = [];
  for (let bearing = 0; bearing < 8; bearing += 1) {
    let [near, far] = [0, 3_000];
    while (far - near > 2) {
      const meters = (near + far) / 2;
      if ((await bandFrom(pointAt(start, meters, (bearing / 8) * 2 * Math.PI))) === 0) near = meters;
      else far = meters;
    }
    edges.push(pointAt(start, near, (bearing / 8) * 2 * Math.PI));
  }
  return centreOfCircle(edges);
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Least squares circle through points, on the plane that touches their middle (Kåsa 1976). */
function centreOfCircle(points: readonly Coordinates[]): Coordinates {
  const [lng0, lat0] = centroid(points);
  const shrink = Math.cos((lat0 * Math.PI) / 180);
  const flat = points.map(([lng, lat]) => ({ x: (lng - lng0) * shrink, y: lat - lat0 }));
  const sum = (of: (point: { x: number; y: number }) => number) =>
    flat.reduce((total, p) => total + of(p), 0);
  const [xx, xy, yy] = [sum(({ x }) => x * x), sum(({ x, y }) => x * y), sum(({ y }) => y * y)];
  const xz = sum(({ x, y }) => x * (x * x + y * y)) / 2;
  const yz = sum(({ x, y }) => y * (x * x + y * y)) / 2;
  const determinant = xx * yy - xy * xy;
  return [lng0 + (xz * yy - yz * xy) / determinant / shrink, lat0 + (yz * xx - xz * xy) / determinant];
}
