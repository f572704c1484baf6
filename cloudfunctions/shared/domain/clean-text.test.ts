import fc from 'fast-check';
import { cleanText } from './clean-text';

/** Text as people send it, with many invisible characters. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom('布', '洛芬', ' ', '\n', '\r\n', '\t', '👨‍👩‍👧', '👍🏽', '❤️', '𠮷', '1粒'),
      fc.constantFrom('\0', '\u200b', '\u200d', '\u202e', '\u2066', '\u2069', '\ufeff', '\u00ad', '\ud83d'),
      fc.string({ unit: 'binary' }),
    ),
  )
  .map((parts) => parts.join(''));

/**
 * A wider definition than the rule's own: every control except the line break, halves, and the marks by their names.
 */
const gone = /(?!\n)[\p{Cc}\p{Cs}\p{Bidi_Control}\u00ad\u200b\u200c\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/u;

test('no invisible character is left, and cleaning twice is cleaning once', () => {
  fc.assert(
    fc.property(text, (dirty) => {
      const clean = cleanText(dirty);
      expect([...clean].filter((character) => gone.test(character))).toEqual([]);

      expect(cleanText(clean)).toBe(clean);
    }),
    { numRuns: 2_000 },
  );
});

test('visible text stays as it was', () => {
  const visible = fc.array(
    fc.constantFrom('布洛芬', '4粒', '，', ' ', '\n', '👨‍👩‍👧', '👩🏽‍⚕️', '❤️', '🏳️‍🌈', '𠮷', 'Ibuprofen', '？'),
  );
  fc.assert(
    fc.property(visible, (parts) => {
      expect(cleanText(parts.join(''))).toBe(parts.join('').trim());
    }),
  );
});

test.each([
  ['头\u200b孢', '头孢'],
  ['急\u202e需', '急需'],
  ['布\u200d洛芬', '布洛芬'],
  ['老人\u0000发烧', '老人发烧'],
  ['一行\r\n二行', '一行\n二行'],
])('%j is stored as %j', (dirty, clean) => {
  expect(cleanText(dirty)).toBe(clean);
});
