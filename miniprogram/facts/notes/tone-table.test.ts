import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mostSteps, stepsIn, tableOf } from './tone-table';

test('a table says the weight of each of its sounds', () => {
  const steps = fc.integer({ min: -mostSteps, max: mostSteps });
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(fc.string({ minLength: 1, maxLength: 4 }), steps), {
        selector: ([sound]) => sound,
        maxLength: 50,
      }),
      (sounds) => {
        const table = tableOf(sounds);
        expect(sounds.map(([sound]) => stepsIn(table, sound))).toEqual(sounds.map(([, weight]) => weight));
      },
    ),
    { numRuns: 20, seed: 1 },
  );
});

test('of sounds that it does not have, it knows few: a mark is one of 86', () => {
  const table = tableOf(Array.from({ length: 90_000 }, (_, index) => [`known ${index}`, 1]));
  const unknown = Array.from({ length: 20_000 }, (_, index) => stepsIn(table, `unknown ${index}`));
  expect(unknown.filter((steps) => steps !== undefined).length).toBeLessThan(1_000);
});

test('a heavier weight than a character can say is the heaviest', () => {
  expect(stepsIn(tableOf([['价', 100]]), '价')).toBe(mostSteps);
});
