import fc from 'fast-check';
import { aDocument } from '../testing/a-document';
import { byUrgency, claimMs, laneOf, lanes, mayClaim, urgency } from './queue';

const need = aDocument();
const plea = aDocument({ groups: ['infant'] });
const minute = 60_000;

test('a hidden plea for an infant is looked at before anything that came at the same time', () => {
  const all = [
    laneOf({ kind: 'post' }, { ...plea, status: 'hidden' }),
    laneOf({ kind: 'post' }, { ...plea, status: 'pending' }),
    laneOf({ kind: 'post' }, { ...need, status: 'hidden' }),
    laneOf({ kind: 'post' }, { ...need, status: 'pending' }),
    laneOf({ kind: 'post' }, { ...need, status: 'published' }),
  ];
  expect(all).toEqual([...lanes]);
});

test('what waits long enough is looked at before everything newer, whatever its lane', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...lanes),
      fc.constantFrom(...lanes),
      fc.nat(600),
      (low, high, ageMinutes) => {
        const nowMs = 10 ** 9;
        const old = { lane: low, sinceMs: nowMs - (6 * ageMinutes + 6) * minute };
        const young = { lane: high, sinceMs: nowMs - ageMinutes * minute };
        expect(urgency(old, nowMs)).toBeGreaterThanOrEqual(urgency(young, nowMs));
        expect([young, old].sort(byUrgency(nowMs))[0]).toBe(old);
      },
    ),
  );
});

test.each([
  ['waiting', null, [], true],
  ['waiting', null, ['me'], false],
  ['claimed', claimMs, [], false],
  ['claimed', 0, [], true],
  ['claimed', 0, ['me'], false],
  ['decided', null, [], false],
  ['correcting', null, [], false],
  ['unchecked', 0, [], false],
] as const)('an item %s until %p, closed to %p: claiming it is %p', (state, dueAtMs, excluded, expected) => {
  expect(mayClaim({ state, dueAtMs, excluded: [...excluded] }, 'me', 1)).toBe(expected);
});
