import type { Spot } from '../contract/documents';
import type { Coordinates } from '../contract/place';
import { distanceMeters, earthRadiusMeters } from './distance';

/** A public point is never nearer to the picked point than this, and never farther than the other, in metres. */
export const blurMeters = { least: 300, most: 700 } as const;

/** How far one person's whole area is moved. */
const shiftMeters = { least: 480, most: 520 } as const;
/** New spots stand on a grid this wide: its middles are at most 71 m from what was picked. */
const gridMeters = 100;
/** A pick this near to an earlier spot is that spot. Beside shiftMeters it keeps blurMeters, with 8 m to spare. */
const sameSpotMeters = 172;
/** A pick this near to an earlier spot is moved as that one was. */
const sameAreaMeters = 3_000;
/** An area is named after the cell of this size that its first spot was picked in. */
const cellMeters = 5_000;
/** Farther north or south of its cell than this the flat map of an area would be off by metres. */
const farthestRows = 8;

/** Four numbers in [0, 1), from a secret key: the way and length of the shift, the grid's east and north. */
export type Draw = readonly [bearing: number, length: number, east: number, north: number];

/**
 * Chooses the public point of a picked point: the spot of an earlier one that is about the same, else a new spot.
 *
 * All spots of one area are moved by one secret vector, and everything else that is decided here depends on how picks
 * lie to each other and to a secret grid, never on that vector. So what is shown is the true picture moved as a whole:
 * however much of it is seen, it tells nothing of the way home.
 *
 * @param spots earlier ones of the same person, of no one else's
 * @param draw what the secret key says of this person and an area: always the same
 */
export function choosePublicPoint(
  picked: Coordinates,
  spots: readonly Spot[],
  draw: (area: string) => Draw,
): Spot {
  const nearest = nearestSpot(picked, spots, draw);
  if (nearest && nearest.meters <= sameSpotMeters) return nearest.spot;
  const joins = nearest && nearest.meters <= sameAreaMeters && isWithin(nearest.spot.area, picked);
  const area = joins ? nearest.spot.area : areaOf(picked);
  return { area, publicPoint: { type: 'Point', coordinates: newPublicPoint(picked, area, draw(area)) } };
}

/**
 * The public point of a well-known place, like a region's centre. It needs a draw of its own, because the shift can be
 * computed from the picked point and the public one.
 */
export const publicPointOfKnownPlace = (place: Coordinates, draw: Draw): Coordinates =>
  moved(place, flatMap(areaOf(place)), shiftOf(draw), 1);

function nearestSpot(
  picked: Coordinates,
  spots: readonly Spot[],
  draw: (area: string) => Draw,
): { spot: Spot; meters: number } | null {
  let nearest: { spot: Spot; meters: number } | null = null;
  for (const spot of spots) {
    const meters = distanceMeters(picked, middleOf(spot, draw(spot.area)));
    if (!nearest || meters < nearest.meters) nearest = { spot, meters };
  }
  return nearest;
}

function newPublicPoint(picked: Coordinates, area: string, draw: Draw): Coordinates {
  const map = flatMap(area);
  return moved(gridMiddle(picked, map, draw), map, shiftOf(draw), 1);
}

/** Where a spot truly is: the grid's middle again, to the last digit the one that it was made from. */
function middleOf({ area, publicPoint }: Spot, draw: Draw): Coordinates {
  const map = flatMap(area);
  return gridMiddle(moved(publicPoint.coordinates, map, shiftOf(draw), -1), map, draw);
}

/** The middle of the grid's square that a point lies in. */
function gridMiddle([lng, lat]: Coordinates, map: FlatMap, [, , east, north]: Draw): Coordinates {
  const middle = (meters: number, phase: number): number =>
    (Math.floor(meters / gridMeters - phase) + phase + 0.5) * gridMeters;
  return [
    middle(lng * map.eastMeters, east) / map.eastMeters,
    middle(lat * map.northMeters, north) / map.northMeters,
  ];
}

/** Metres east and north. Uniform over the ring's area: the squared radius is uniform. */
function shiftOf([bearing, length]: Draw): readonly [east: number, north: number] {
  const { least, most } = shiftMeters;
  const meters = Math.sqrt(least ** 2 + length * (most ** 2 - least ** 2));
  return [meters * Math.sin(bearing * 2 * Math.PI), meters * Math.cos(bearing * 2 * Math.PI)];
}

/** Metres of one degree. */
interface FlatMap {
  eastMeters: number;
  northMeters: number;
}

const northMeters = (earthRadiusMeters * Math.PI) / 180;

/**
 * One flat map for all spots of an area. On the sphere the same vector is another number of degrees at every latitude,
 * and the millimetres of difference between two spots would tell its direction.
 */
function flatMap(area: string): FlatMap {
  const latitude = ((rowOf(area) + 0.5) * cellMeters) / northMeters;
  return { eastMeters: northMeters * Math.cos((latitude * Math.PI) / 180), northMeters };
}

/** Rounded to six decimals, a tenth of a metre: what is left of the arithmetic shall tell nothing either. */
const moved = (
  [lng, lat]: Coordinates,
  map: FlatMap,
  [east, north]: readonly [number, number],
  times: 1 | -1,
): Coordinates => [
  sixDecimals(lng + (times * east) / map.eastMeters),
  sixDecimals(lat + (times * north) / map.northMeters),
];

const sixDecimals = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

/** The name of an area: row and column of the cell. */
function areaOf([lng, lat]: Coordinates): string {
  const row = Math.floor((lat * northMeters) / cellMeters);
  return `${row}/${Math.floor((lng * flatMap(`${row}/0`).eastMeters) / cellMeters)}`;
}

const rowOf = (area: string): number => Number(area.split('/')[0]);

const isWithin = (area: string, point: Coordinates): boolean =>
  Math.abs(rowOf(areaOf(point)) - rowOf(area)) <= farthestRows;
