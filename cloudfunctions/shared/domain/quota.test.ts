import fc from 'fast-check';
import { newPerson } from './person';
import { askForCallBack, charge, giveBack, quotaAt, quotaWindowMs, uncharge } from './quota';

const limits = { contactsPerDay: 5 };
const now = Date.parse('2022-12-20T12:00:00+08:00');
const nobody = newPerson('0'.repeat(32));
const charged = (count: number, atMs = now) =>
  Array.from({ length: count }, (_, i) => `g${i}`).reduce(
    (person, id, i) => charge(person, id, limits, atMs + i) ?? person,
    nobody,
  );

describe('the quota of a person', () => {
  test('is complete for somebody new', () => {
    expect(quotaAt(nobody, limits, now)).toEqual({ limit: 5, left: 5, nextBackAtMs: null });
  });

  test('refuses the sixth contact, and says when the first comes back', () => {
    const person = charged(5);
    expect(charge(person, 'g5', limits, now + 10)).toBeNull();
    expect(quotaAt(person, limits, now + 10)).toEqual({
      limit: 5,
      left: 0,
      nextBackAtMs: now + quotaWindowMs,
    });
    expect(charge(person, 'g5', limits, now + quotaWindowMs)?.charges).toHaveLength(5);
  });

  test('charges a grant once', () => {
    const person = charged(1);
    expect(charge(person, 'g0', limits, now)).toBe(person);
  });

  test('gives one back for an outcome, once, and never more than the limit in a day', () => {
    let person = charged(5);
    for (let i = 0; i < 5; i += 1) {
      person = giveBack(person, `g${i}`, limits, now + 10);
      expect(giveBack(person, `g${i}`, limits, now + 10)).toBe(person);
      person = charge(person, `again${i}`, limits, now + 20) ?? person;
    }
    expect(quotaAt(person, limits, now + 20).left).toBe(0);
    expect(giveBack(person, 'again0', limits, now + 30)).toBe(person);
  });

  test('gives nothing for a charge that came back by itself', () => {
    const person = charged(1);
    expect(giveBack(person, 'g0', limits, now + quotaWindowMs)).toBe(person);
  });

  test('an undone grant costs nothing', () => {
    expect(quotaAt(uncharge(charged(3), 'g1'), limits, now).left).toBe(3);
  });

  test('call-back requests have a limit of their own and cost no contact', () => {
    let person = nobody;
    for (let i = 0; i < 5; i += 1) person = askForCallBack(person, `g${i}`, limits, now) ?? person;
    expect(askForCallBack(person, 'g5', limits, now)).toBeNull();
    expect(askForCallBack(person, 'g0', limits, now)).toBe(person);
    expect(quotaAt(person, limits, now).left).toBe(5);
  });

  test('after any actions in any order, no window of a day holds more contacts than twice the limit', () => {
    const step = fc.tuple(
      fc.constantFrom('charge', 'return'),
      fc.nat(30),
      fc.integer({ min: 0, max: 6 * 3_600_000 }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        let person = nobody;
        let atMs = now;
        const granted: number[] = [];
        for (const [kind, id, waitMs] of steps) {
          atMs += waitMs;
          if (kind === 'return') person = giveBack(person, `g${id}`, limits, atMs);
          else {
            const next = charge(person, `g${id}`, limits, atMs);
            if (next && next !== person) granted.push(atMs);
            person = next ?? person;
          }
          const { left } = quotaAt(person, limits, atMs);
          expect(left).toBeGreaterThanOrEqual(0);
          expect(granted.filter((each) => each > atMs - quotaWindowMs).length).toBeLessThanOrEqual(10);
        }
      }),
    );
  });
});
