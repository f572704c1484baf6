import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { medicineExamples } from './medicine-examples';
import { readNote } from './read-note';
import { ruleExamples } from './rule-examples';

const refusals = [{ names: ['头孢', '奥司他韦'], reason: '不能转让。' }];
const texts = Object.values(ruleExamples)
  .flatMap(({ refused, accepted }) => [...refused, ...accepted])
  .concat(medicineExamples.need.said, medicineExamples.spare.offered);
const fragment = fc
  .constantFrom(...texts)
  .chain((text) =>
    fc
      .tuple(fc.nat(text.length), fc.integer({ min: 1, max: 4 }))
      .map(([from, length]) => text.slice(from, from + length)),
  );

test('a note that repeats pieces of rules for 500 characters is read at once', () => {
  fc.assert(
    fc.property(fc.array(fragment, { minLength: 1, maxLength: 3 }), (pieces) => {
      const piece = pieces.join('');
      fc.pre(piece !== '');
      const text = `头孢${piece.repeat(Math.ceil(500 / piece.length)).slice(0, 500)}！？`;
      expect(readNote(text, { board: 'need', refusals }).verdict).toBeDefined();
    }),
    { numRuns: 300 },
  );
}, 30_000);
