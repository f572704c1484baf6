import type { Coordinates } from '../../cloudfunctions/shared/contract/place';
import { distanceMeters, pointAt } from '../../cloudfunctions/shared/domain/distance';
import { seededRandom } from '../../local/providers/api/provider-faults';
import { needDraft } from './drafts';
import { centroid, likeliestHome, median, trilaterate, undoOwnShift, type Seen } from './place-attacks';
import { output, startProduct, type Product } from './product';

const random = seededRandom(20221220);
const centre: Coordinates = [112.94, 28.2];
const victims = 24;
const postsEach = 6;
/** How far apart one person picks "home" on the map, at most. */
const jitterMeters = 100;

interface Victim {
  home: Coordinates;
  seen: Seen;
  postId: string;
}

let product: Product;
let town: Victim[];
let own: { picked: Coordinates; shown: Coordinates }[];
beforeAll(async () => {
  product = await startProduct();
  town = [];
  for (let i = 0; i < victims; i += 1) town.push(await settleVictim(i));
  const attacker = await product.enrol('attacker');
  own = [];
  // Probes from the very spots under suspicion.
  for (const { seen } of town.slice(0, 12)) {
    const picked = centroid(seen);
    const { id, publicPoint } = await publish(picked, attacker);
    own.push({ picked, shown: publicPoint });
    output(await product.call('posts', 'withdraw', { id }, attacker));
  }
}, 240_000);
afterAll(() => product.close());

const somewhere = (from: Coordinates, farthestMeters: number): Coordinates =>
  pointAt(from, Math.sqrt(random()) * farthestMeters, random() * 2 * Math.PI);

const publish = async (point: Coordinates, openid: string) =>
  output(
    await product.call(
      'posts',
      'publish',
      needDraft({ place: { point, adcode: '430104' }, groups: [] }),
      openid,
    ),
  );

/** A person who posts again and again from about the same spot; the last post stays open. */
async function settleVictim(index: number): Promise<Victim> {
  const openid = await product.enrol(`victim-${index}`);
  const home = somewhere(centre, 20_000);
  const seen: Coordinates[] = [];
  let postId = '';
  for (let post = 0; post < postsEach; post += 1) {
    if (postId) output(await product.call('posts', 'withdraw', { id: postId }, openid));
    const shown = await publish(somewhere(home, jitterMeters / 2), openid);
    postId = shown.id;
    seen.push(shown.publicPoint);
  }
  return { home, seen, postId };
}

const errorOf = (attack: (victim: Victim) => Coordinates): number =>
  median(town.map((victim) => distanceMeters(victim.home, attack(victim))));

test.each([
  ['the middle of all that a person posted', ({ seen }: Victim) => centroid(seen)],
  ['the last point that a person showed', ({ seen }: Victim) => seen.at(-1) ?? centre],
  ['the attacker’s own shift taken back', ({ seen }: Victim) => undoOwnShift(seen, own)],
  ['the likeliest home within the rings', ({ seen }: Victim) => likeliestHome(seen)],
])('no home is found by %s: median error at least 300 m', (name, attack) => {
  const meters = errorOf(attack);
  process.stdout.write(`${name}: median error ${meters.toFixed(0)} m over ${town.length} homes\n`);
  expect(meters).toBeGreaterThanOrEqual(300);
});

test('searching from anywhere, as often as one likes, finds the public point and no more', async () => {
  const errors: number[] = [];
  const fromPublic: number[] = [];
  for (const { home, seen, postId } of town.slice(0, 6)) {
    const shown = seen.at(-1) ?? centre;
    const found = await trilaterate(shown, async (point) => {
      const page = output(
        await product.call('search', 'nearby', {
          board: 'need',
          place: { point, adcode: '430104' },
          pageSize: 50,
        }),
      );
      return page.posts.find(({ id }) => id === postId)?.distanceBand ?? 9;
    });
    errors.push(distanceMeters(home, found));
    fromPublic.push(distanceMeters(shown, found));
  }
  process.stdout.write(
    `distance bands from many centres: median error ${median(errors).toFixed(0)} m, ` +
      `${median(fromPublic).toFixed(0)} m from the public point\n`,
  );
  expect(median(fromPublic)).toBeLessThan(30);
  expect(median(errors)).toBeGreaterThanOrEqual(300);
}, 180_000);

test('a person’s posts from about the same spot show one point', () => {
  for (const { seen } of town) expect(new Set(seen.map((point) => point.join())).size).toBe(1);
});
