import { nearestDistrict } from '@facts/regions/nearest-district';
import type { Coordinates } from '../contract/place';
import { distanceMeters } from '@facts/distance';
import { fromFlat, toFlat } from './equal-area-map';

/** The side of a cell, in metres: 3.7 km² where people live close together, 34 km² in the country. */
export const cellSideMeters = { town: 1_200, country: 3_600 } as const;

/** A cell farther than this from every district's centre is in the country. */
export const countryFromMeters = 12_000;

/**
 * The public point of a picked point: the middle of its cell in a fixed grid of hexagons over the whole country, the
 * same for everybody. It depends on nothing else: no person, key, time, or earlier pick. So all places of a cell stay
 * equally likely, whatever is seen, posted or requested, and by however many people.
 *
 * In the country seven or more cells are shown as one. The middle of the wide cell decides whether they are, so a
 * town's cell is never cut.
 */
export function publicPointOf(picked: Coordinates): Coordinates {
  const cell = middleOfCell(picked, cellSideMeters.town);
  const wideCell = middleOfCell(cell, cellSideMeters.country);
  return isCountry(wideCell) ? wideCell : cell;
}

function isCountry(middle: Coordinates): boolean {
  const [lng, lat] = nearestDistrict(middle).centre;
  return distanceMeters(middle, [lng, lat]) > countryFromMeters;
}

/** The middle of the hexagon around a point; a corner of each hexagon points north. */
function middleOfCell(point: Coordinates, sideMeters: number): Coordinates {
  const [east, north] = toFlat(point);
  const row = (north * 2) / 3 / sideMeters;
  const [nearestRow, nearestColumn] = nearestHexagon(row, east / Math.sqrt(3) / sideMeters - row / 2);
  return fromFlat([
    sideMeters * Math.sqrt(3) * (nearestColumn + nearestRow / 2),
    sideMeters * 1.5 * nearestRow,
  ]);
}

/**
 * Rounds slanting coordinates to a hexagon's. Row, column and the third axis add up to zero, so the one that rounding
 * moves most follows from the two others.
 */
function nearestHexagon(row: number, column: number): [row: number, column: number] {
  const third = -row - column;
  const [wholeRow, wholeColumn, wholeThird] = [Math.round(row), Math.round(column), Math.round(third)];
  const moved = {
    row: Math.abs(wholeRow - row),
    column: Math.abs(wholeColumn - column),
    third: Math.abs(wholeThird - third),
  };
  if (moved.row > moved.column && moved.row > moved.third) return [-wholeColumn - wholeThird, wholeColumn];
  if (moved.column > moved.third) return [wholeRow, -wholeRow - wholeThird];
  return [wholeRow, wholeColumn];
}
