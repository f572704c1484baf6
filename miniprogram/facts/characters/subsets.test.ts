import { expect, test } from '@jest/globals';
import { simplified as simplifiedInNotes } from '../notes/character-tables';
import { packedSimplified } from '../regions/packed-simplified';
import { simplifiedTable } from './simplified-table';

const pairsOf = (text: string) => {
  const characters = [...text.replace(/\n/g, '')];
  return characters.flatMap((from, i): [string, string][] =>
    i % 2 === 0 ? [[from, characters[i + 1] ?? '']] : [],
  );
};
const whole = new Map(pairsOf(simplifiedTable.join('')));
const differing = (subset: Iterable<[string, string]>) =>
  [...subset].filter(([from, to]) => whole.has(from) && whole.get(from) !== to).map((pair) => pair.join(''));

// The whole table is 16 KB, too much for the form, whose budget is 40 KB, so notes and places carry their own parts.
// Notes also know forms that only disguise a word, which the whole lacks.
test('the parts of the table that notes and places carry agree with the whole', () => {
  // 帳 is 帐 for a curtain; in a note it is money: 帳號, 轉帳.
  expect(differing(simplifiedInNotes)).toEqual(['帳账']);
  expect(differing(pairsOf(packedSimplified))).toEqual([]);
});
