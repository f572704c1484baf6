import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pieces } from './queue-item';

test('a note is cut at its findings', () => {
  expect(pieces('一板，懂的来，放门口', [{ start: 3, end: 6 }])).toEqual([
    { text: '一板，', marked: false },
    { text: '懂的来', marked: true },
    { text: '，放门口', marked: false },
  ]);
});

test('the pieces together are the note, for any findings', () => {
  const cuts = fc.uniqueArray(fc.nat(30), { minLength: 0, maxLength: 6 });
  fc.assert(
    fc.property(fc.string({ minLength: 31, maxLength: 40 }), cuts, (note, places) => {
      const sorted = [...places].sort((one, other) => one - other);
      const findings = sorted
        .slice(0, sorted.length - (sorted.length % 2))
        .flatMap((start, index, all) => (index % 2 === 0 ? [{ start, end: all[index + 1] ?? start }] : []));
      const cut = pieces(note, findings);
      expect(cut.map(({ text }) => text).join('')).toBe(note);
      expect(cut.filter(({ marked }) => marked)).toHaveLength(findings.length);
    }),
  );
});
