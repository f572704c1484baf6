import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fold } from './normalise';

test.each([
  ['Ｖ信：ａｂｃ', 'v信:abc'],
  ['還有頭孢', '还有头孢'],
  ['加\u200b微\u202e信', '加微信'],
  ['头 孢 有', '头孢有'],
  ['加，微，信', '加微信'],
  ['1️⃣3️⃣8️⃣', '138'],
  ['①③⑧', '138'],
  ['微·信', '微信'],
  ['39.4度', '39.4度'],
  ['烧了。39度', '烧了，39度'],
  ['10元/粒', '10元/粒'],
  ['13O OO13', '130 0013'],
  ['3-2-1201', '3-2-1201'],
  ['ѵ信', 'v信'],
])('%s folds to %s', (text, folded) => {
  expect(fold(text, 'dropped').text).toBe(folded);
});

test('a picture is decoration or a word', () => {
  expect(fold('发🧧', 'meant').text).toBe('发红包');
  expect(fold('微🌟信', 'meant').text).toBe('微信');
  expect(fold('发🧧', 'dropped').text).toBe('发');
});

test('each folded character keeps the original characters that it came from', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
      const { text: folded, starts, ends } = fold(text, 'meant');
      expect(starts).toHaveLength(folded.length);
      let last = 0;
      for (const [index, start] of starts.entries()) {
        const end = ends[index] ?? 0;
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        last = start;
      }
    }),
  );
});
