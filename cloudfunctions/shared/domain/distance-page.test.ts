import fc from 'fast-check';
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

const byDistance = (a: Located, b: Located): number => a.meters - b.meters || (a.id < b.id ? -1 : 1);

/**
 * A naive database: everything after the bounds, sorted by distance and id, cut at the limit; of that the first rows.
 */
function walkOver(posts: readonly Located[], walk: Walk, wanted: number): Walked<Located> {
  const rows = posts
    .filter((post) => {
      const bound = walk.after[post.priority];
      if (!bound || post.meters > walk.untilMeters) return false;
      return (
        post.meters > bound.meters ||
        (post.meters === bound.meters && bound.id !== null && post.id > bound.id)
      );
    })
    .sort(byDistance)
    .slice(0, walk.limit);
  return {
    first: [...rows].sort(byOrder).slice(0, wanted),
    count: rows.length,
    farthest: rows.at(-1) ?? null,
  };
}

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

test('pages one after another are the whole order, in at most three walks each', () => {
  fc.assert(
    fc.property(posts, fc.integer({ min: 1, max: 7 }), (all, pageSize) => {
      const read: Located[] = [];
      let position: DistancePosition | null = null;
      do {
        const answer = readPage(all, position, pageSize);
        expect(answer.walks).toBeLessThanOrEqual(3);
        read.push(...answer.page);
        position = answer.next;
      } while (position);
      expect(read.map((p) => p.id)).toEqual([...all].sort(byOrder).map((p) => p.id));
    }),
    { numRuns: 2_000 },
  );
});

test('where whole cells are equally far, pages neither repeat a post nor skip one', () => {
  const inCell = fc.record({
    id: fc.nat(0xffff).map((n) => n.toString(16).padStart(8, '0')),
    priority: fc.constantFrom<0 | 1>(0, 1),
    meters: fc.constantFrom(0, 1_000, 1_700, 4_200, 200_000),
  });
  const cells = fc.uniqueArray(inCell, { selector: (p) => p.id, maxLength: 150 });
  fc.assert(
    fc.property(cells, fc.integer({ min: 1, max: 7 }), (all, pageSize) => {
      const read: string[] = [];
      let position: DistancePosition | null = null;
      do {
        const answer = readPage(all, position, pageSize);
        expect(answer.walks).toBeLessThanOrEqual(3);
        read.push(...answer.page.map((p) => p.id));
        position = read.length > all.length ? null : answer.next;
      } while (position);
      expect(read).toEqual([...all].sort(byOrder).map((p) => p.id));
    }),
    { numRuns: 2_000 },
  );
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
