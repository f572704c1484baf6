import { expect, test } from '@jest/globals';
import { fold } from './normalise';
import { toneMatches } from './tone';

const heard = (text: string) => toneMatches(fold(text, 'dropped'), { board: 'spare' });

test('a note that sounds like a dealer is marked at the clause that does so most', () => {
  const text = '退烧药，一盒换一条好烟，识趣的来';
  expect(heard(text).map(({ from, to }) => text.slice(from, to))).toEqual(['一盒换一条好烟']);
});

test.each([
  '剩下四粒退烧药，送给楼里的老人',
  '谢谢大家，孩子已经退烧了',
  '药店一盒要两百，买不起，求两粒退烧药',
  '不接受以物换物，直接拿',
  '好价',
])('%s does not sound so, or denies it, or is too short', (text) => {
  expect(heard(text)).toEqual([]);
});
