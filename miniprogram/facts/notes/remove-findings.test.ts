import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { blocks } from './finding';
import { readNote } from './read-note';
import { ruleExamples } from './rule-examples';
import { removeFindings } from './remove-findings';

const refusals = [{ names: ['头孢', '奥司他韦', '胰岛素'], reason: '处方药，个人之间不能转让。' }];
const texts = Object.values(ruleExamples).flatMap(({ refused, accepted }) => [...refused, ...accepted]);
const board = fc.constantFrom('need' as const, 'spare' as const);
const passages = fc.array(
  fc.oneof(
    fc.constantFrom(...texts, '有头孢', '求奥司他韦', '电话13800138000', '烧到39.4度', '剩4粒'),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.constantFrom('，', '。', ' ', '\n', '', '\u200b', '🌟'),
  ),
  { maxLength: 8 },
);

test('after removing, no finding keeps the rest from the board', () => {
  fc.assert(
    fc.property(passages, board, (parts, where) => {
      const context = { board: where, refusals };
      const read = (text: string) => readNote(text, context).findings;
      const left = removeFindings(parts.join(''), read);
      expect(read(left).filter(blocks)).toEqual([]);
      expect(removeFindings(left, read)).toBe(left);
    }),
    { numRuns: 300 },
  );
});

test('findings mark whole characters of the typed text, in order and without overlap', () => {
  fc.assert(
    fc.property(passages, board, (parts, where) => {
      const text = parts.join('');
      let at = 0;
      for (const { start, end } of readNote(text, { board: where, refusals }).findings) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        at = end;
      }
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['老人发烧39度，我的电话13812345678，谢谢好心人', '老人发烧39度，谢谢好心人'],
  ['求退烧药，微信 mama_2019', '求退烧药'],
  ['送到阳光花园3栋2单元1201，老人下不了楼', '送到阳光花园，老人下不了楼'],
  ['10元/粒，先到先得', '先到先得'],
  ['有头孢和布洛芬各一盒，送人', '有布洛芬各一盒，送人'],
  ['还剩4粒，頭孢有两盒', '还剩4粒'],
])('%s reads %s afterwards', (text, left) => {
  const read = (note: string) => readNote(note, { board: 'spare', refusals }).findings;
  expect(removeFindings(text, read)).toBe(left);
});
