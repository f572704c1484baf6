import fc from 'fast-check';
import { fewestPeople, shownCells, type Cell } from './suppression';

const leaf = (name: string, people: number, more = 0): Cell => ({
  name,
  count: people + more,
  people,
  below: [],
});

const over = (name: string, below: Cell[]): Cell => ({
  name,
  count: below.reduce((sum, { count }) => sum + count, 0),
  people: below.reduce((sum, { people }) => sum + people, 0),
  below,
});

test.each([
  ['nine people in all', [9], []],
  ['ten people', [10], ['all', '0']],
  ['a small part hides the next larger one', [30, 20, 3], ['all', '0']],
  ['two small parts that are ten together', [30, 20, 4, 6], ['all', '0', '1']],
  ['two small parts that are nine together', [30, 20, 4, 5], ['all', '0']],
  ['empty parts', [30, 0, 0], ['all', '0']],
  ['a sum of one large and one small part', [12, 3], ['all']],
])('%s', (_name, people, names) => {
  const table = over(
    'all',
    people.map((each, at) => leaf(String(at), each)),
  );
  expect([...shownCells(table).keys()]).toEqual(names);
});

test('what one person publishes often is no ten people', () => {
  expect(shownCells(over('all', [leaf('one', 1, 40)])).size).toBe(0);
});

/** Sums that anybody can compute from what is shown: the shown cells, and what each leaves over, without its shown parts. */
function computable(cell: Cell, shown: ReadonlyMap<string, number>): { count: number; people: number }[] {
  if (!shown.has(cell.name)) return cell.below.flatMap((part) => computable(part, shown));
  const hidden = cell.below.filter(({ name }) => !shown.has(name));
  const rest = over('rest', hidden);
  return [
    cell,
    ...(hidden.length > 0 ? [rest] : []),
    ...cell.below.flatMap((part) => computable(part, shown)),
  ];
}

test('neither a shown number nor a difference of shown numbers is about one to nine people', () => {
  const size = fc.oneof(fc.nat(12), fc.nat(60));
  const part = fc.record({ people: size, more: fc.nat(30) });
  fc.assert(
    fc.property(fc.array(fc.array(part, { maxLength: 8 }), { maxLength: 8 }), (provinces) => {
      const table = over(
        'nation',
        provinces.map((cities, at) =>
          over(
            `p${at}`,
            cities.map(({ people, more }, city) =>
              leaf(`p${at}c${city}`, people, people + more === 0 ? 0 : more),
            ),
          ),
        ),
      );
      const shown = shownCells(table);
      for (const { count, people } of computable(table, shown))
        if (count > 0) expect(people).toBeGreaterThanOrEqual(fewestPeople);
      // Below a hidden cell nothing is shown: its parts would add up to it.
      for (const province of table.below)
        if (!shown.has(province.name))
          expect(province.below.filter(({ name }) => shown.has(name))).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

test('what is large enough by itself is shown where nothing small is next to it', () => {
  const sizes = fc.array(fc.integer({ min: fewestPeople, max: 99 }), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(sizes, (people) => {
      const table = over(
        'all',
        people.map((each, at) => leaf(String(at), each)),
      );
      expect(shownCells(table).size).toBe(people.length + 1);
    }),
  );
});
