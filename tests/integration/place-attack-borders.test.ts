import type { Coordinates } from '../../cloudfunctions/shared/contract/place';
import { distanceMeters, pointAt } from '../../cloudfunctions/shared/domain/distance';
import { contains, outlineData } from 'miniprogram-preview';
import { createHomes } from '../../local/seed/homes';
import { createRandom } from '../../local/seed/random';
import { keyedBlur } from './place-attack-people';
import { median } from './place-attacks';

/** Where the shift may have led from: the ring around a public point, in steps of five degrees. */
const ringAround = (shown: Coordinates): Coordinates[] =>
  Array.from({ length: 72 }, (_, i) => pointAt(shown, 500, (i / 36) * Math.PI));

/** The guess with the least median distance from what is left of the ring within the district that the post names. */
function guessWithin(shown: Coordinates, isLabelled: (point: Coordinates) => boolean): Coordinates {
  const ring = ringAround(shown).filter(isLabelled);
  // Of a whole ring, and of none, the middle.
  if (ring.length % 72 === 0) return shown;
  const guesses = [shown, ...ring, ...ring.map((point) => halfway(point, shown))];
  const error = (guess: Coordinates): number => median(ring.map((point) => distanceMeters(point, guess)));
  return ring.length === 0
    ? shown
    : guesses.reduce((best, each) => (error(each) < error(best) ? each : best));
}

const halfway = (a: Coordinates, b: Coordinates): Coordinates => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];

test('the district that a post names tells those near its border apart, and nobody else', () => {
  const random = createRandom(20221220);
  const { draw } = createHomes();
  const { districts } = outlineData();
  const cut: number[] = [];
  const all: number[] = [];
  for (let i = 0; i < 1_000; i += 1) {
    const home: Coordinates = draw(random).point;
    const [district] = districts.filter((each) => contains(each, home)).sort((a, b) => a.size - b.size);
    const [spot] = keyedBlur(`person ${i}`, [home]);
    if (!district || !spot) continue;
    const shown = spot.publicPoint.coordinates;
    const isLabelled = (point: Coordinates): boolean => contains(district, point);
    const error = distanceMeters(home, guessWithin(shown, isLabelled));
    all.push(error);
    if (!ringAround(shown).every(isLabelled)) cut.push(error);
  }
  const near = all.filter((error) => error < 300).length;
  process.stdout.write(
    `homes all over China, known district: median error ${median(all).toFixed(0)} m; ` +
      `${percent(cut.length, all.length)} within reach of a border, their median ${median(cut).toFixed(0)} m; ` +
      `${percent(near, all.length)} found to 300 m\n`,
  );
  expect(median(all)).toBeGreaterThanOrEqual(300);
  expect(near / all.length).toBeLessThan(0.1);
});

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;
