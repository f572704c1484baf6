import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Guide } from '../../../cloudfunctions/shared/contract/guide';
import type { Dose } from '../../../cloudfunctions/shared/contract/guide';
import guideFile from '../../../campaigns/fever/guide.json';
import { doseFor } from './dose-for';

const { doses, ceilings } = Guide.parse(guideFile);
const named = (code: string): Dose => {
  const dose = doses.find((known) => known.code === code);
  if (dose === undefined) throw new Error(`no dose ${code}`);
  return dose;
};
const years = (count: number): number => 12 * count;

describe('the dose of a label', () => {
  test.each([
    ['paracetamol-500', years(5), 18, { kind: 'doctor', why: 'too-young' }],
    ['paracetamol-500', years(6), 20, { kind: 'dose', low: 0.5, high: 0.5, mostADay: 2 }],
    ['paracetamol-500', years(30), 60, { kind: 'dose', low: 1, high: 1, mostADay: 4 }],
    ['paracetamol-sr', years(11), 40, { kind: 'doctor', why: 'too-young' }],
    ['paracetamol-sr', years(40), 60, { kind: 'dose', low: 1, high: 1, mostADay: 3 }],
    ['paracetamol-300', years(40), 60, { kind: 'dose', low: 1, high: 2, mostADay: 6 }],
    ['ibuprofen-suspension', 11, 10, { kind: 'doctor', why: 'too-young' }],
    ['ibuprofen-suspension', 12, 9.9, { kind: 'doctor', why: 'weight-outside' }],
    ['ibuprofen-suspension', 12, 10, { kind: 'dose', low: 4, high: 4, mostADay: 16 }],
    ['ibuprofen-suspension', years(3), 15.9, { kind: 'dose', low: 4, high: 4, mostADay: 16 }],
    ['ibuprofen-suspension', years(4), 16, { kind: 'dose', low: 5, high: 5, mostADay: 20 }],
    ['ibuprofen-suspension', years(10), 33, { kind: 'doctor', why: 'weight-outside' }],
    ['ibuprofen-suspension', years(12), 30, { kind: 'doctor', why: 'too-old' }],
    ['ibuprofen-suspension', years(3), undefined, { kind: 'weigh' }],
    ['ibuprofen-sr-300', years(12), 40, { kind: 'dose', low: 1, high: 1, mostADay: 2 }],
    ['ibuprofen-drops', 8, 8, { kind: 'unverified' }],
    ['ibuprofen-drops', 5, 7, { kind: 'doctor', why: 'too-young' }],
    ['paracetamol-suppository', 14, 8, { kind: 'doctor', why: 'too-light' }],
    ['xiaoer-anfen', 23, 12, { kind: 'doctor', why: 'too-young' }],
    ['xiaoer-anfen', 24, 12, { kind: 'dose', low: 0.5, high: 1, mostADay: 3 }],
    ['xiaoer-anfen', 24, 8, { kind: 'dose', low: 0.5, high: 0.5, mostADay: 1.5 }],
    ['smectite', 6, undefined, { kind: 'dose', low: 1, high: 1, mostADay: 1 }],
  ])('of %s at %i months and %s kg is %j', (code, ageMonths, weightKilograms, answer) => {
    expect(doseFor(named(code), { ageMonths, weightKilograms }, ceilings)).toMatchObject(answer);
  });
});

const patient = fc.record({
  ageMonths: fc.integer({ min: 0, max: 1300 }),
  weightKilograms: fc.option(fc.double({ min: 0.5, max: 200, noNaN: true }), { nil: undefined }),
});

test('no age and no weight ever yields more than a label allows, in one dose or in a day', () => {
  fc.assert(
    fc.property(fc.constantFrom(...doses), patient, (dose, person) => {
      const answer = doseFor(dose, person, ceilings);
      if (answer.kind !== 'dose') return;
      const most = Math.max(...dose.rows.map(({ high }) => high));
      expect(answer.low).toBeGreaterThan(0);
      expect(answer.low).toBeLessThanOrEqual(answer.high);
      expect(answer.high).toBeLessThanOrEqual(most);
      expect(answer.mostADay).toBeLessThanOrEqual(dose.per === 'day' ? most : most * dose.mostTimesADay);
      const ceiling = ceilings.find(({ substance }) => substance === dose.substance);
      if (ceiling === undefined || dose.milligramsPerUnit === undefined) return;
      expect(answer.mostADay * dose.milligramsPerUnit).toBeLessThanOrEqual(ceiling.milligramsADay);
      if (person.weightKilograms !== undefined)
        expect(answer.high * dose.milligramsPerUnit).toBeLessThanOrEqual(
          ceiling.milligramsPerKilogram * person.weightKilograms,
        );
    }),
    { numRuns: 5000 },
  );
});

test('a number is given only for a row that the age or the weight is in: nothing is extrapolated', () => {
  fc.assert(
    fc.property(fc.constantFrom(...doses), patient, (dose, person) => {
      const answer = doseFor(dose, person, ceilings);
      // The expected dose, found by checking every row for this person.
      const rows = dose.rows.filter(({ by, from, below }) => {
        const value = by === 'age' ? person.ageMonths : Math.floor(person.weightKilograms ?? -1);
        return from <= value && value < (below ?? Infinity);
      });
      const { fromMonths, belowMonths = Infinity } = dose.ages;
      const isMeant = fromMonths <= person.ageMonths && person.ageMonths < belowMonths;
      if (answer.kind === 'dose') expect([dose.verified, isMeant, rows]).toEqual([true, true, [answer.row]]);
      if (!isMeant) expect(answer.kind).toBe('doctor');
      if (isMeant && !dose.verified) expect(answer.kind).toBe('unverified');
    }),
    { numRuns: 3000 },
  );
});

test('under three months no fever medicine has a dose, under six no ibuprofen', () => {
  for (const dose of doses)
    for (let ageMonths = 0; ageMonths < 6; ageMonths += 1)
      for (const weightKilograms of [undefined, 3, 6, 10, 20]) {
        const { kind } = doseFor(dose, { ageMonths, weightKilograms }, ceilings);
        if (dose.substance === 'ibuprofen' || (dose.substance === 'paracetamol' && ageMonths < 3))
          expect([dose.code, kind]).toEqual([dose.code, 'doctor']);
      }
});
