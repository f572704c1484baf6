import type { Coordinates } from '../../cloudfunctions/shared/contract/place';
import { distanceMeters, pointAt } from '../../cloudfunctions/shared/domain/distance';
import { seededRandom } from '../../local/providers/api/provider-faults';
import { freshBlur, keyedBlur, poster, type Blur, type Poster } from './place-attack-people';
import { flatAround, likeliestByAll } from './place-attack-posterior';
import { centroid, likeliestHome, median, mostShown, undoOwnShift, wherePicturesMeet } from './place-attacks';

const centre: Coordinates = [112.94, 28.2];
const people = 40;
const postsEach = 12;

/** People all over a city. */
function town(jitterMeters: number, { blur = keyedBlur, eraseAfter }: TownOptions = {}): Poster[] {
  const random = seededRandom(20221220 + jitterMeters);
  return Array.from({ length: people }, (_, i) => {
    const home = pointAt(centre, Math.sqrt(random()) * 20_000, random() * 2 * Math.PI);
    return poster(`person ${i}`, home, { jitterMeters, posts: postsEach, blur, eraseAfter }, random);
  });
}
interface TownOptions {
  blur?: Blur;
  eraseAfter?: number;
}

const errorsOf = (posters: readonly Poster[], attack: (poster: Poster) => Coordinates): number[] =>
  posters.map((each) => distanceMeters(each.home, attack(each)));

/** The attacker's own posts, from near each victim. */
const ownPosts = town(0).map(({ home, seen }) => ({ picked: home, shown: seen[0] ?? home }));

const attacks: [string, (poster: Poster) => Coordinates][] = [
  ['the middle of all that was shown', ({ seen }) => centroid(seen)],
  ['the point shown first', ({ seen }) => seen[0] ?? centre],
  ['the point shown most often', ({ seen }) => mostShown(seen)],
  ['the likeliest home within the rings', ({ seen }) => likeliestHome(seen)],
  ['the attacker’s own shift taken back', ({ seen }) => undoOwnShift(seen, ownPosts)],
  ['all that is known but the key', ({ seen, jitterMeters }) => likeliestByAll(seen, jitterMeters)],
];

describe.each([50, 200, 500])('twelve posts, picks within %i m of home', (jitterMeters) => {
  const posters = town(jitterMeters);
  test.each(attacks)('no home is found by %s: median error at least 300 m', (name, attack) => {
    const meters = median(errorsOf(posters, attack));
    say(`picks within ${jitterMeters} m, ${name}: median error ${meters.toFixed(0)} m`);
    expect(meters).toBeGreaterThanOrEqual(300);
  });

  test('erasing in between and posting again does not show the way either', () => {
    const erasing = town(jitterMeters, { eraseAfter: postsEach / 2 });
    const meters = Math.min(
      ...attacks.map(([, attack]) => median(errorsOf(erasing, attack))),
      median(errorsOf(erasing, ({ seen }) => wherePicturesMeet(seen, postsEach / 2))),
    );
    const movedTwice = erasing.filter(({ areas }) => new Set(areas).size > 1);
    say(
      `picks within ${jitterMeters} m, erased once: best attack's median error ${meters.toFixed(0)} m; ` +
        `${movedTwice.length} of ${people} lay at a cell's border and were shown moved two ways`,
    );
    expect(meters).toBeGreaterThanOrEqual(300);
  });
});

test('the attacks find homes where every spot is moved afresh', () => {
  const posters = town(500, { blur: freshBlur });
  const meters = Math.min(...attacks.slice(0, 4).map(([, attack]) => median(errorsOf(posters, attack))));
  say(`every spot moved afresh, picks within 500 m: best attack's median error ${meters.toFixed(0)} m`);
  expect(meters).toBeLessThan(300);
});

test('who has learnt one true place of a person finds the others near it, and this is all that the key protects', () => {
  const errors = errorsOf(town(200), ({ home, jitterMeters, seen }) => {
    const [first = home] = seen;
    const { toFlat } = flatAround(first);
    // The attacker knows the true place behind the first point to within a hundred metres.
    const shift = toFlat(home).map((meters) => -meters) as [number, number];
    return likeliestByAll(seen, jitterMeters, shift);
  });
  say(`one true place learnt: median error ${median(errors).toFixed(0)} m`);
  expect(median(errors)).toBeLessThan(200);
});

test.each([2, 3, 4])(
  '%i people known to live together: printed, for nothing but silence hides that',
  (count) => {
    const random = seededRandom(count);
    const errors = Array.from({ length: people }, (_, household) => {
      const home = pointAt(centre, Math.sqrt(random()) * 20_000, random() * 2 * Math.PI);
      const seen = Array.from({ length: count }, (_unused, member) =>
        poster(`${household} ${member}`, home, { jitterMeters: 50, posts: 3, blur: keyedBlur }, random),
      ).map((each) => centroid(each.seen));
      return distanceMeters(home, wherePicturesMeet(seen, 1));
    });
    say(`${count} people known to live together: median error ${median(errors).toFixed(0)} m`);
    expect(errors).toHaveLength(people);
  },
);

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
