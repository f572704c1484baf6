import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fittingValue, messageTemplates, templateNames, type FieldKind } from './message-templates';
import { messageOf, newsKinds, type NewsKind } from './news-kinds';

/** As WeChat's documentation of subscribeMessage.send gives them. */
const forms = {
  thing: /^[^\n]{1,20}$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
  phone_number: /^[\d+-]{1,17}$/,
  time: /^\d{4}年\d{1,2}月\d{1,2}日 \d{2}:\d{2}$/,
};

test.each<[FieldKind, string, string]>([
  ['thing', '布洛芬（胶囊、片）、对乙酰氨基酚片、连花清瘟胶囊', '布洛芬（胶囊、片）、对乙酰氨基酚片、连…'],
  ['thing', '  两行\n字 ', '两行 字'],
  ['thing', '', '点开看看'],
  ['thing', '😷'.repeat(21), `${'😷'.repeat(19)}…`],
  ['phrase', '已通过!', '已通过'],
  ['phrase', '没有通过审核', '没有通过审'],
  ['phone_number', '170 0000 0002', '17000000002'],
])('as %s, %j is %j', (kind, value, fitting) => {
  expect(fittingValue(kind, value)).toBe(fitting);
});

test('whatever the facts are, every value has the form of its kind', () => {
  const facts = fc.record({
    board: fc.constantFrom('need' as const, 'spare' as const, null),
    summary: fc.string({ unit: 'grapheme', maxLength: 60 }),
    name: fc.option(fc.string({ unit: 'grapheme', maxLength: 20 })),
    number: fc.option(fc.string({ maxLength: 20 })),
    count: fc.option(fc.integer()),
    untilMs: fc.option(fc.integer({ min: 0, max: 4e12 })),
    choice: fc.option(fc.constantFrom('publish', 'refuse', 'ask-to-correct', 'accept', 'other')),
    place: fc.option(fc.string({ unit: 'grapheme', maxLength: 60 })),
    codes: fc.constant<string[]>([]),
    text: fc.option(fc.string({ unit: 'grapheme', maxLength: 300 })),
  });
  const kinds = Object.keys(newsKinds) as NewsKind[];
  fc.assert(
    fc.property(facts, fc.constantFrom(...kinds), fc.integer({ min: 0, max: 4e12 }), (each, kind, atMs) => {
      const words = messageOf(kind, each, atMs);
      if (!words) return;
      const fields = messageTemplates[words.template];
      expect(words.values).toHaveLength(fields.length);
      fields.forEach((field, at) =>
        expect(fittingValue(field, words.values[at] ?? '')).toMatch(forms[field]),
      );
    }),
  );
});

test('a tap may ask for all templates together', () => {
  expect(templateNames.length).toBeLessThanOrEqual(3);
});
