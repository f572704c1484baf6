import { randomBytes } from 'node:crypto';
import type { Coordinates } from '../contract/place';
import { distanceMeters } from '@facts/distance';
import { searchPointOf, spreadMeters } from './search-point';

const changsha: Coordinates = [112.94, 28.23];
const ids = Array.from({ length: 5_000 }, () => randomBytes(16).toString('hex'));

test('a post is found within a few steps of its public point', () => {
  const meters = ids.map((id) => distanceMeters(changsha, searchPointOf(changsha, id)));
  expect(Math.max(...meters)).toBeLessThan(spreadMeters * 1.01);
  // Evenly over the disc: half of it lies within 0.71 of the radius.
  const inner = meters.filter((each) => each < spreadMeters * Math.SQRT1_2).length / ids.length;
  expect(inner).toBeGreaterThan(0.45);
  expect(inner).toBeLessThan(0.55);
});

test.each([
  ['from the middle of the cell itself', changsha],
  ['from a kilometre', [112.95, 28.23]],
  ['from the other end of the country', [87.6, 43.8]],
] as [string, Coordinates][])('of thousands in one cell no two are equally far, seen %s', (_from, centre) => {
  const meters = ids.map((id) => distanceMeters(centre, searchPointOf(changsha, id)));
  expect(new Set(meters).size).toBe(ids.length);
});

test('the point follows from the public point and the id alone', () => {
  const [id = ''] = ids;
  expect(searchPointOf(changsha, id)).toEqual(searchPointOf([112.94, 28.23], id));
});

test.each([
  [0, 90],
  [0, -90],
  [180, 0],
  [-180, 10],
] as Coordinates[])('at the edge of the map, %d, %d, the point stays on it', (lng, lat) => {
  for (const id of ids.slice(0, 100)) {
    const [east, north] = searchPointOf([lng, lat], id);
    expect(Math.abs(east)).toBeLessThanOrEqual(180);
    expect(Math.abs(north)).toBeLessThanOrEqual(90);
  }
});
