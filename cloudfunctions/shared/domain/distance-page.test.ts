import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Coordinates } from '../contract/place';
import { distanceMeters } from '@facts/distance';
import { searchPointOf } from './search-point';
import {
  byOrder,
  firstWalk,
  nothingSettled,
  positionAt,
  settle,
  type DistancePosition,
  type Located,
  type Settled,
  type Walk,
  type Walked,
} from './distance-page';

/**
 * A database by the naive way: everything after the bounds, sorted by distance, cut at the limit; of that the first in order. Equally far
 * rows come in an order that no two walks share, because the platform promises none.
 */
function walkOver(posts: readonly Located[], walk: Walk, wanted: number): Walked<Located> {
  walked += 1;
  const rows = posts
    .filter((post) => {
      const bound = walk.after[post.priority];
      if (!bound || post.meters > walk.untilMeters) return false;
      return (
        post.meters > bound.meters ||
        (post.meters === bound.meters && bound.id !== null && post.id > bound.id)
      );
    })
    .map((post) => ({ post, chance: chanceOf(`${walked} ${post.id}`) }))
    .sort((a, b) => a.post.meters - b.post.meters || a.chance - b.chance)
    .map(({ post }) => post)
    .slice(0, walk.limit);
  return {
    first: [...rows].sort(byOrder).slice(0, wanted),
    count: rows.length,
    farthest: [...rows].sort((a, b) => b.meters - a.meters || (a.id > b.id ? -1 : 1))[0] ?? null,
  };
}
let walked = 0;

const chanceOf = (text: string): number => createHash('md5').update(text).digest().readUInt32LE();

function readPage(posts: readonly Located[], position: DistancePosition | null, pageSize: number) {
  let settled: Settled<Located> = nothingSettled;
  let walks = 0;
  for (let walk: Walk | null = firstWalk(position, pageSize); walk; walk = settled.next) {
    const wanted = pageSize + 1;
    settled = settle(settled, walk, walkOver(posts, walk, wanted), wanted, pageSize);
    walks += 1;
  }
  const page = settled.posts.slice(0, pageSize);
  const last = page.at(-1);
  const more = settled.posts.length > pageSize;
  return { page, walks, next: more && last ? positionAt(last, settled) : null };
}

const meters = fc.oneof(
  fc.constantFrom(0, 1_000, 2_000, 5_000, 20_000, 100_000),
  fc.integer({ min: 0, max: 900 }),
  fc.integer({ min: 0, max: 6_000 }),
  fc.integer({ min: 0, max: 3_000_000 }),
);
const post = fc.record({
  id: fc.nat(0xffff).map((n) => n.toString(16).padStart(8, '0')),
  priority: fc.constantFrom<0 | 1>(0, 0, 0, 1),
  meters,
});
const posts = fc.uniqueArray(post, { selector: (p) => p.id, maxLength: 120 });

/** All pages, and the most walks that one of them took. */
function readAll(all: readonly Located[], pageSize: number): { ids: string[]; walks: number } {
  const ids: string[] = [];
  let walks = 0;
  let position: DistancePosition | null = null;
  do {
    const answer = readPage(all, position, pageSize);
    walks = Math.max(walks, answer.walks);
    ids.push(...answer.page.map((p) => p.id));
    position = ids.length > all.length ? null : answer.next;
  } while (position);
  return { ids, walks };
}

const inOrder = (all: readonly Located[]): string[] => [...all].sort(byOrder).map((p) => p.id);

test('pages one after another are the whole order, in at most three walks each', () => {
  const apart = fc.uniqueArray(post, { selector: (p) => p.meters, maxLength: 120 });
  const distinct = apart.filter((all) => new Set(all.map((p) => p.id)).size === all.length);
  fc.assert(
    fc.property(distinct, fc.integer({ min: 1, max: 7 }), (all, pageSize) => {
      const { ids, walks } = readAll(all, pageSize);
      expect(walks).toBeLessThanOrEqual(3);
      expect(ids).toEqual(inOrder(all));
    }),
    { numRuns: 2_000 },
  );
});

test('where many posts are equally far, pages neither repeat a post nor skip one', () => {
  const tied = fc.record({
    id: post.map(({ id }) => id),
    priority: fc.constantFrom<0 | 1>(0, 1),
    meters: fc.constantFrom(0, 1_000, 1_700, 4_200, 200_000),
  });
  const many = fc.uniqueArray(fc.oneof(tied, tied, post), { selector: (p) => p.id, maxLength: 150 });
  fc.assert(
    fc.property(many, fc.integer({ min: 1, max: 7 }), (all, pageSize) => {
      expect(readAll(all, pageSize).ids).toEqual(inOrder(all));
    }),
    { numRuns: 3_000 },
  );
});

test('posts of crowded cells take at most three walks a page, because each is found at a point of its own', () => {
  const middles: Coordinates[] = [
    [112.94, 28.23],
    [112.961, 28.23],
    [112.9505, 28.2466],
    [113.3, 28.4],
  ];
  const [centre = [112.94, 28.23]] = middles;
  const crowded = middles.flatMap((middle, cell) =>
    Array.from({ length: 400 }, (_, index): Located => {
      const id = createHash('md5').update(`${cell} ${index}`).digest('hex');
      const meters = distanceMeters(centre, searchPointOf(middle, id));
      return { id, meters, priority: index % 4 === 0 ? 1 : 0 };
    }),
  );
  for (const pageSize of [13, 20, 50]) {
    const { ids, walks } = readAll(crowded, pageSize);
    expect(ids).toEqual(inOrder(crowded));
    expect(walks).toBeLessThanOrEqual(3);
  }
});

test('posts that arrive or close between pages make no other post repeat or be skipped', () => {
  fc.assert(
    fc.property(posts, posts, fc.integer({ min: 1, max: 7 }), fc.nat(), (stay, change, pageSize, seed) => {
      const steady = stay.filter((p) => !change.some((c) => c.id === p.id));
      const read: Located[] = [];
      let position: DistancePosition | null = null;
      let round = seed;
      do {
        const present = change.filter((_, index) => (index * 7 + round * 13) % 5 < 2);
        const answer = readPage([...steady, ...present], position, pageSize);
        read.push(...answer.page);
        position = answer.next;
        round += 1;
      } while (position);
      const ids = read.map((p) => p.id);
      const steadyRead = ids.filter((id) => steady.some((p) => p.id === id));
      expect(steadyRead).toEqual([...steady].sort(byOrder).map((p) => p.id));
      expect(new Set(ids).size).toBe(ids.length);
    }),
    { numRuns: 1_000 },
  );
});

test('first pages take one walk at any density from a village to 40 posts a square kilometre', () => {
  for (const total of [30, 300, 3_000, 30_000, 50_000]) {
    const answer = readPage(disc(total), null, 20);
    expect([total, answer.walks]).toEqual([total, 1]);
  }
});

test('further pages take a second walk only where the priority posts of a crowded band run out', () => {
  const all = disc(3_000);
  const walks: number[] = [];
  let position: DistancePosition | null = null;
  do {
    const answer = readPage(all, position, 20);
    walks.push(answer.walks);
    position = answer.next;
  } while (position);
  const crowdedBands = 3; // 2-5, 5-10 and 10-20 km
  expect(walks.filter((count) => count > 1).length).toBeLessThanOrEqual(crowdedBands);
});

/** Posts spread evenly over 20 km, every fourth with priority. */
function disc(total: number): Located[] {
  return Array.from({ length: total }, (_, i) => ({
    id: String(i).padStart(8, '0'),
    priority: i % 4 === 0 ? 1 : 0,
    meters: Math.sqrt((i + 0.5) / total) * 20_000,
  }));
}
