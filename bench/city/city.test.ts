import fc from 'fast-check';
import { assumptionNames, assumptions, baseValues, variations } from './assumptions';
import { createDraws } from './draws';
import { createEventQueue } from './event-queue';
import { arrivalMinute, dayMinutes, isQuiet, whenAwake } from './hours';
import { planCity, type ItemCode } from './people';
import { mostHelped, shortestWaits } from './supply';
import { median } from './tally';

test('events run by minute, then by key, with what a minute adds to itself', async () => {
  const done: string[] = [];
  const queue = createEventQueue();
  queue.at(2, 'late', () => void done.push('late'));
  queue.at(1, 'b', () => void done.push('b'));
  queue.at(0.4, 'a', () => {
    done.push('a');
    queue.at(0, 'of the past', () => void done.push(`past at ${queue.minute()}`));
  });
  for (let minute = 0; minute < 4; minute += 1) await queue.run(minute);
  expect(done).toEqual(['a', 'b', 'past at 1', 'late']);
});

test('with a step, everything happens at a multiple of it', async () => {
  const queue = createEventQueue(11);
  const done: number[] = [];
  for (const minute of [0, 1, 11, 12, 21.5]) queue.at(minute, 'x', () => void done.push(queue.minute()));
  for (let minute = 0; minute < 40; minute += 11) await queue.run(minute);
  expect(done).toEqual([0, 11, 11, 22, 22]);
});

test('the same question has the same answer, and answers are spread evenly', () => {
  const draws = createDraws(7);
  const many = Array.from({ length: 4_000 }, (_, at) => draws.share('someone', at));
  expect(createDraws(7).share('someone', 12)).toBe(many[12]);
  expect(createDraws(8).share('someone', 12)).not.toBe(many[12]);
  const tenths = Array.from(
    { length: 10 },
    (_, at) => many.filter((share) => Math.floor(share * 10) === at).length,
  );
  for (const count of tenths) expect(Math.abs(count - 400)).toBeLessThan(80);
  const delays = Array.from({ length: 4_000 }, (_, at) => draws.around(20, 1.2, 'delay', at));
  expect(Math.abs(median(delays) - 20)).toBeLessThan(2);
});

test('posts arrive within the days, and a person who is awake is not sent to bed', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 0.999_999, noNaN: true }),
      fc.integer({ min: 1, max: 7 }),
      fc.nat(20_000),
      (share, days, minute) => {
        const arrival = arrivalMinute(baseValues, { days, isNeed: true, share });
        expect(arrival).toBeGreaterThanOrEqual(0);
        expect(arrival).toBeLessThan(days * dayMinutes);
        const awake = whenAwake(baseValues, minute, share);
        expect(isQuiet(baseValues, awake)).toBe(false);
        expect(awake - minute).toBeLessThan(10 * 60);
        expect(awake === minute).toBe(!isQuiet(baseValues, minute));
      },
    ),
  );
});

test('a smaller city has its share of needs and spares', () => {
  const { seekers, donors, visitors } = planCity(baseValues, createDraws(1), { people: 2_000, days: 5 });
  expect([seekers.length, donors.length, seekers.length + donors.length + visitors.length]).toEqual([
    150, 38, 2_000,
  ]);
  expect(donors.every(({ portions }) => [2, 3, 4, 6].includes(portions))).toBe(true);
});

test('the most that the supply could help equals brute force', () => {
  const window = fc.tuple(
    fc.nat(9),
    fc.integer({ min: 1, max: 6 }),
    fc.constantFrom<ItemCode>('ibuprofen', 'ambroxol'),
  );
  const needs = fc.array(
    window.map(([at, long, item]) => ({ at, givesUpAt: at + long, item })),
    { maxLength: 6 },
  );
  const spares = fc.array(
    fc
      .tuple(window, fc.integer({ min: 1, max: 2 }))
      .map(([[at, long, item], portions]) => ({ at, goesAt: at + long, item, portions })),
    { maxLength: 3 },
  );
  fc.assert(
    fc.property(needs, spares, (some, others) => {
      const most = (rest: typeof some, left: readonly number[]): number => {
        const [need, ...after] = rest;
        if (!need) return 0;
        const served = others.map((spare, at) =>
          spare.item === need.item &&
          (left[at] ?? 0) > 0 &&
          Math.max(need.at, spare.at) < Math.min(need.givesUpAt, spare.goesAt, 12)
            ? 1 +
              most(
                after,
                left.map((each, index) => each - (index === at ? 1 : 0)),
              )
            : 0,
        );
        return Math.max(most(after, left), ...served);
      };
      expect(mostHelped(some, others, 12)).toBe(
        most(
          some,
          others.map(({ portions }) => portions),
        ),
      );
    }),
  );
});

test('a need waits for the first spare of its medicine that comes before it is given up', () => {
  const need = { at: 10, givesUpAt: 50, item: 'ibuprofen' } as const;
  const spare = (at: number, goesAt: number, item: ItemCode = 'ibuprofen') => ({
    at,
    goesAt,
    item,
    portions: 1,
  });
  expect(shortestWaits([need], [spare(0, 5), spare(60, 90), spare(12, 90, 'ambroxol')], 100)).toEqual([]);
  expect(shortestWaits([need], [spare(40, 90), spare(25, 30)], 100)).toEqual([15]);
  expect(shortestWaits([need], [spare(40, 90), spare(0, 11)], 100)).toEqual([0]);
});

test('a variation changes one assumption, to an end of its range', () => {
  const varied = assumptionNames.filter((name) => 'range' in assumptions[name]);
  const all = variations();
  expect(all.length).toBeGreaterThan(varied.length);
  for (const { values } of all)
    expect(assumptionNames.filter((name) => values[name] !== baseValues[name])).toHaveLength(1);
});
