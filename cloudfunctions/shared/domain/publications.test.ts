import { timeRank } from '@facts/time-rank';
import { aDraft } from '../testing/a-draft';
import { newPerson } from './person';
import { sortedFromMs, withPublication } from './publications';

const hourMs = 3_600_000;
const now = Date.UTC(2026, 10, 28, 9, 41);

test('a person publishes a limited number of times in a rolling day', () => {
  let person = newPerson('a'.repeat(32));
  for (let at = 0; at < 3; at += 1)
    person = withPublication(person, { publicationsPerDay: 3 }, now + at * hourMs) ?? person;
  expect(person.publications).toHaveLength(3);
  expect(withPublication(person, { publicationsPerDay: 3 }, now + 3 * hourMs)).toBeNull();
  expect(withPublication(person, { publicationsPerDay: 3 }, now + 24 * hourMs)?.publications).toEqual([
    now + hourMs,
    now + 2 * hourMs,
    now + 24 * hourMs,
  ]);
});

test.each([0, 1] as const)(
  'a withdrawn post that is published again is sorted as before (priority %i)',
  (priority) => {
    const draft = aDraft('spare');
    const withdrawn = {
      itemCodes: ['ibuprofen', 'loratadine'],
      timeRank: timeRank(now - 7 * hourMs, priority),
    };
    const other = { itemCodes: ['loratadine'], timeRank: timeRank(now - 9 * hourMs, priority) };
    expect(sortedFromMs(draft, [], now)).toBe(now);
    expect(sortedFromMs(draft, [other], now)).toBe(now);
    expect(sortedFromMs(draft, [other, withdrawn], now)).toBe(now - 7 * hourMs);
  },
);
