import fc from 'fast-check';
import type { PoolMode } from './binding';
import { createNumberPool, type Seat } from './number-pool';

const numbers = ['17000000001', '17000000002', '17000000003'];
const phone = fc.integer({ min: 1, max: 7 }).map(String);
const step = fc.oneof(
  fc.record({
    kind: fc.constant('bind' as const),
    phones: fc.tuple(phone, phone).filter(([a, b]) => a !== b),
    x: fc.option(fc.constantFrom(...numbers, '19999999999'), { nil: undefined }),
    extension: fc.option(fc.constantFrom('1', '2', '77'), { nil: undefined }),
  }),
  fc.record({ kind: fc.constant('release' as const), index: fc.nat(20) }),
);

/** The same rules in plain form: a list of all seats, scanned from the start. */
function naiveFits(
  seats: Seat[],
  x: string,
  phones: string[],
  extension: string | undefined,
  capacity: number,
) {
  const here = seats.filter((seat) => seat.x === x);
  return (
    here.length < capacity &&
    here.every((seat) => !seat.phones.some((each) => phones.includes(each))) &&
    here.every((seat) => extension === undefined || seat.extension !== extension)
  );
}

describe.each<PoolMode>(['axb', 'axn', 'extension'])('a pool of mode %s', (mode) => {
  test('gives a seat exactly when a scan of all bindings finds room', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 60 }),
        fc.integer({ min: 1, max: 3 }),
        (steps, bindingsPerNumber) => {
          const capacity = mode === 'axn' ? 1 : bindingsPerNumber;
          const pool = createNumberPool({ mode, numbers: numbers, bindingsPerNumber });
          let seats: Seat[] = [];
          for (const each of steps) {
            if (each.kind === 'release') {
              const seat = seats[each.index % Math.max(seats.length, 1)];
              if (seat) pool.release(seat);
              seats = seats.filter((other) => other !== seat);
              continue;
            }
            const extension = mode === 'extension' ? each.extension : undefined;
            const phones = mode === 'axb' ? each.phones : each.phones.slice(0, 1);
            const room = numbers.filter((x) => naiveFits(seats, x, phones, extension, capacity));
            const found = pool.find(phones, { x: each.x, extension });
            if (each.x !== undefined && !numbers.includes(each.x)) expect(found).toBe('foreign-number');
            else if (each.x !== undefined && !room.includes(each.x)) expect(found).toBe('conflict');
            else if (room.length === 0) expect(found).toBe('no-available-number');
            else {
              const seat = found as Seat;
              expect(room).toContain(seat.x);
              if (each.x !== undefined) expect(seat.x).toBe(each.x);
              if (mode === 'extension')
                expect(seats.some((other) => other.x === seat.x && other.extension === seat.extension)).toBe(
                  false,
                );
              pool.take(seat);
              seats.push(seat);
            }
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('numbers', () => {
  test('the number with the fewest bindings is used first', () => {
    const pool = createNumberPool({ mode: 'axb', numbers: numbers, bindingsPerNumber: 10 });
    const xs = [1, 2, 3, 4].map((index) => {
      const seat = pool.find([`a${index}`, `b${index}`]) as Seat;
      pool.take(seat);
      return seat.x;
    });
    expect(xs).toEqual([...numbers, numbers[0]]);
  });

  test('one phone reaches as many others as there are numbers, and no more', () => {
    const pool = createNumberPool({ mode: 'axb', numbers: numbers, bindingsPerNumber: 200 });
    for (const other of ['b', 'c', 'd']) pool.take(pool.find(['a', other]) as Seat);
    expect(pool.find(['a', 'e'])).toBe('no-available-number');
    expect(pool.find(['e', 'f'])).toMatchObject({ phones: ['e', 'f'] });
  });

  test('a phone may change to one that the number does not carry yet', () => {
    const pool = createNumberPool({ mode: 'axb', numbers: numbers.slice(0, 1), bindingsPerNumber: 200 });
    const seat = pool.find(['a', 'b']) as Seat;
    pool.take(seat);
    pool.take(pool.find(['c', 'd']) as Seat);
    expect(pool.mayChange(seat, ['a', 'e'])).toBe(true);
    expect(pool.mayChange(seat, ['a', 'd'])).toBe(false);
  });
});
