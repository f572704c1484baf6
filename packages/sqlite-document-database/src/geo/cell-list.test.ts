import fc from 'fast-check';
import { cellOf } from './cell';
import { CellList } from './cell-list';

interface Point {
  rid: number;
  lng: number;
  lat: number;
}

/** Only a few places, so that many entries share a cell. */
const point = fc.record({
  rid: fc.nat(1_000_000),
  lng: fc.oneof(fc.integer({ min: 100, max: 104 }), fc.double({ min: 100, max: 104, noNaN: true })),
  lat: fc.integer({ min: 30, max: 33 }),
});
const points = (size: { minLength?: number; maxLength: number }) =>
  fc.uniqueArray(point, { ...size, selector: ({ rid }) => rid });

const byCell = (a: Point, b: Point): number => cellOf(a.lng, a.lat) - cellOf(b.lng, b.lat);

function entriesOf(list: CellList, low = 0, high = Number.MAX_SAFE_INTEGER - 1): number[] {
  const found: number[] = [];
  list.visit(low, high, (rid) => found.push(rid));
  return found.sort((a, b) => a - b);
}

test('inserting entries and removing them again loses no other entry', () => {
  fc.assert(
    fc.property(points({ minLength: 200, maxLength: 1_200 }), fc.nat(), fc.nat(), (all, some, more) => {
      const loaded = all.slice(0, 150 + (some % 1_000));
      const inserted = all.slice(loaded.length);
      const list = new CellList();
      for (const { rid, lng, lat } of [...loaded].sort(byCell)) list.append(rid, lng, lat);
      for (const { rid, lng, lat } of inserted) list.insert(rid, lng, lat);
      const gone = all.filter(({ rid }) => (rid + more) % 3 === 0);
      for (const { rid, lng, lat } of gone) list.remove(rid, lng, lat);
      const left = all.filter((each) => !gone.includes(each));
      const ridsOf = (some: Point[]): number[] => some.map(({ rid }) => rid).sort((a, b) => a - b);
      expect(entriesOf(list)).toEqual(ridsOf(left));
      expect(list.size).toBe(left.length);
      for (const { lng, lat } of all.slice(0, 20)) {
        const cell = cellOf(lng, lat);
        const from = left.filter((each) => cellOf(each.lng, each.lat) >= cell);
        expect(entriesOf(list, cell)).toEqual(ridsOf(from));
      }
    }),
    { numRuns: 40 },
  );
});

test('an entry beyond all others is found from its own cell on', () => {
  const list = new CellList();
  for (let i = 0; i < 300; i++) {
    list.insert(i, 100 + i * 0.01, 30);
    expect(entriesOf(list, cellOf(100 + i * 0.01, 30))).toEqual([i]);
  }
});

test('a range of cells fits when it has at most the given number of entries, over any number of pieces', () => {
  fc.assert(
    fc.property(
      points({ maxLength: 900 }),
      fc.tuple(fc.nat(10), fc.nat(10)),
      fc.integer({ min: 0, max: 700 }),
      (all, sides, max) => {
        const list = new CellList();
        for (const { rid, lng, lat } of all) list.insert(rid, lng, lat);
        const [west, east] = sides.sort((a, b) => a - b) as [number, number];
        const [low, high] = [cellOf(100 + west * 0.4, 30), cellOf(100 + east * 0.4, 33)];
        const within = all.filter((each) => {
          const cell = cellOf(each.lng, each.lat);
          return cell >= low && cell <= high;
        });
        const visited: number[] = [];
        list.visit(low, high, (rid) => visited.push(rid));
        expect(visited.sort((a, b) => a - b)).toEqual(within.map(({ rid }) => rid).sort((a, b) => a - b));
        for (const limit of [max, within.length, within.length - 1].filter((each) => each >= 0))
          expect(list.fits(low, high, limit)).toBe(within.length <= limit);
      },
    ),
    { numRuns: 60 },
  );
});
