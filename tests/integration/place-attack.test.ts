import { aDraft } from '../../cloudfunctions/shared/testing/a-draft';
import type { Coordinates } from '../../cloudfunctions/shared/contract/place';
import { distanceMeters, pointAt } from '../../cloudfunctions/shared/domain/distance';
import { regionAt } from '@facts/regions/region-tree';
import { seededRandom } from '../../local/providers/api/provider-faults';
import { flatAround, likeliestByAll } from './place-attack-posterior';
import { centroid, likeliestHome, median, trilaterate, undoOwnShift } from './place-attacks';
import { output, personIdOf, startProduct, type Product } from './product';

const random = seededRandom(20221220);
const centre: Coordinates = [112.94, 28.2];
const victims = 18;
const postsEach = 8;
/** How far from home a person picks on the map, at most: one in three each. */
const jitters = [50, 200, 500];

interface Victim {
  openid: string;
  jitterMeters: number;
  home: Coordinates;
  seen: Coordinates[];
  postId: string;
}

let product: Product;
let town: Victim[];
let own: { picked: Coordinates; shown: Coordinates }[];
beforeAll(async () => {
  product = await startProduct({ environment: { PUBLIC_POINT_KEY: 'the same shifts in every run' } });
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
      aDraft('need', { place: { point, adcode: '430104' }, groups: [] }),
      openid,
    ),
  );

/** A person who posts again and again from about the same spot; the last post stays open. */
async function settleVictim(index: number): Promise<Victim> {
  const openid = await product.enrol(`victim-${index}`);
  const home = somewhere(centre, 20_000);
  const jitterMeters = jitters[index % jitters.length] ?? 0;
  const seen: Coordinates[] = [];
  let postId = '';
  for (let post = 0; post < postsEach; post += 1) {
    if (postId) output(await product.call('posts', 'withdraw', { id: postId }, openid));
    const shown = await publish(somewhere(home, jitterMeters), openid);
    postId = shown.id;
    seen.push(shown.publicPoint);
  }
  return { openid, jitterMeters, home, seen, postId };
}

const errorOf = (attack: (victim: Victim) => Coordinates): number =>
  median(town.map((victim) => distanceMeters(victim.home, attack(victim))));

test.each([
  ['the middle of all that a person posted', ({ seen }: Victim) => centroid(seen)],
  ['the last point that a person showed', ({ seen }: Victim) => seen.at(-1) ?? centre],
  ['the attacker’s own shift taken back', ({ seen }: Victim) => undoOwnShift(seen, own)],
  ['the likeliest home within the rings', ({ seen }: Victim) => likeliestHome(seen)],
  ['all that is known but the key', ({ seen, jitterMeters }: Victim) => likeliestByAll(seen, jitterMeters)],
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

test('who picks within 50 m shows one point, through whichever account', async () => {
  for (const { openid, home, seen } of town.filter(({ jitterMeters }) => jitterMeters === 50).slice(0, 2)) {
    const second = await product.enrol(`second-${openid}`, {
      personId: personIdOf(openid.replace('openid-', '')),
    });
    seen.push((await publish(somewhere(home, 50), second)).publicPoint);
    expect(new Set(seen.map((point) => point.join())).size).toBe(1);
  }
});

test('all that a person shows is one picture on one grid, moved as a whole, even after erasing', async () => {
  const victim = town.find(({ jitterMeters }) => jitterMeters === 500);
  if (!victim) throw new Error('nobody');
  const { openid, home, seen } = victim;
  output(await product.call('identity', 'eraseMyData', { confirm: true }, openid));
  const again = await product.enrol(openid.replace('openid-', ''));
  const afterwards = await publish(somewhere(home, 100), again);
  for (const point of [...seen, afterwards.publicPoint]) {
    const [east, north] = flatAround(seen[0] ?? centre).toFlat(point);
    for (const meters of [east, north])
      expect(Math.abs(meters - Math.round(meters / 100) * 100)).toBeLessThan(2);
  }
});

test('the centre of a region, which everybody knows, is not moved as the places near it are', async () => {
  const openid = await product.enrol('daughter-elsewhere');
  const yuelu = regionAt('430104')?.centre ?? centre;
  const centrePoint: Coordinates = [yuelu[0], yuelu[1]];
  const beside: Coordinates = [yuelu[0] + 0.0005, yuelu[1]];
  const ofCentre = await publish(centrePoint, openid);
  const ofHome = await publish(beside, openid);
  const shift = (picked: Coordinates, shown: Coordinates) => flatAround(picked).toFlat(shown);
  // The grid alone makes 71 m.
  const [a, b] = [shift(centrePoint, ofCentre.publicPoint), shift(beside, ofHome.publicPoint)];
  expect(Math.hypot(a[0] - b[0], a[1] - b[1])).toBeGreaterThan(100);
});

test('a person stored by an earlier version gets a new spot, and loses the old ones', async () => {
  const openid = await product.enrol('old-timer');
  const home = somewhere(centre, 5_000);
  const old: Coordinates = pointAt(home, 500, 1);
  await product.cloud.database.bulkLoad('persons', [
    { _id: personIdOf('old-timer'), publicPoints: [{ type: 'Point', coordinates: old }], revision: 3 },
  ]);
  const [first, second] = [await publish(home, openid), await publish(home, openid)];
  expect(first.publicPoint).not.toEqual(old);
  expect(second.publicPoint).toEqual(first.publicPoint);
});
