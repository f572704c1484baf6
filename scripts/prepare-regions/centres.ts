import { carvedOut, seats } from './changes';
import type { Position, Ring } from './geometry';
import type { Shape } from './sources';

/**
 * A district's centre: the source's own, otherwise the centroid of its largest outline, otherwise the recorded seat.
 */
export function districtCentre(adcode: string, shapes: readonly Shape[]): Position {
  const recorded = carvedOut[adcode];
  if (recorded !== undefined) return recorded;
  const [first] = shapes;
  if (first === undefined) throw new Error(`no centre for ${adcode}`);
  return (first.centre ?? centroid(largestRing(first))).map(fourDecimals) as Position;
}

/** Area in square degrees; used for comparison only. */
export function areaOf(shapes: readonly Shape[]): number {
  return shapes.reduce((sum, shape) => sum + Math.abs(signedArea(largestRing(shape))), 0);
}

/**
 * A city's centre is the centre of one of its districts: its recorded seat, otherwise the urban district (区) nearest to
 * all urban districts. Small districts count more, because a city's core is divided finely.
 */
export function cityCentre(
  adcode: string,
  districts: readonly { adcode: string; name: string; centre: Position; area: number }[],
): Position {
  const seat = districts.find((district) => district.adcode === seats[adcode]);
  if (seat !== undefined) return seat.centre;
  const urban = districts.filter(({ name, area }) => name.endsWith('区') && area > 0);
  const candidates = urban.length > 0 ? urban : districts;
  const cost = (from: Position): number =>
    candidates.reduce((sum, to) => sum + flatDistance(from, to.centre) / Math.max(to.area, 1e-4), 0);
  const [best] = [...candidates].sort((a, b) => cost(a.centre) - cost(b.centre));
  if (best === undefined) throw new Error(`${adcode} has no district`);
  return best.centre;
}

function flatDistance(a: Position, b: Position): number {
  return Math.hypot((a[0] - b[0]) * Math.cos((a[1] * Math.PI) / 180), a[1] - b[1]);
}

function largestRing(shape: Shape): Ring {
  const outer = shape.polygons.flatMap(([ring]) => (ring === undefined ? [] : [ring]));
  const [largest] = outer.sort((a, b) => Math.abs(signedArea(b)) - Math.abs(signedArea(a)));
  if (largest === undefined) throw new Error(`an outline without a ring: ${shape.name}`);
  return largest;
}

function signedArea(ring: Ring): number {
  return edges(ring).reduce((sum, [a, b]) => sum + (a[0] * b[1] - b[0] * a[1]) / 2, 0);
}

function centroid(ring: Ring): Position {
  const area = signedArea(ring);
  let lng = 0;
  let lat = 0;
  for (const [a, b] of edges(ring)) {
    const cross = a[0] * b[1] - b[0] * a[1];
    lng += (a[0] + b[0]) * cross;
    lat += (a[1] + b[1]) * cross;
  }
  return [lng / (6 * area), lat / (6 * area)];
}

function edges(ring: Ring): [Position, Position][] {
  return ring.flatMap((point, i) => {
    const next = ring[(i + 1) % ring.length];
    return next === undefined ? [] : [[point, next] as [Position, Position]];
  });
}

function fourDecimals(degrees: number): number {
  return Math.round(degrees * 1e4) / 1e4;
}
