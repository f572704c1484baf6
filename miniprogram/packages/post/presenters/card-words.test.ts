import { expect, test } from '@jest/globals';
import { readCard, wordsOfCard } from './card-words';

const listed = new Set(['ibuprofen', 'antigen-test']);
const post = {
  board: 'spare',
  region: { adcode: '430104', label: '湖南省长沙市岳麓区' },
  items: [
    { code: 'ibuprofen', name: '布洛芬', quantity: 4, unit: '粒' },
    { code: 'antigen-test', name: '抗原', quantity: 1, unit: '支' },
  ],
} as const;

test('a card says the board, the district and the medicines of its post', () => {
  const words = wordsOfCard({ ...post, items: [...post.items] });
  expect(words).toBe('spare.430104.ibuprofen,antigen-test');
  expect(readCard(words, listed)).toMatchObject({
    board: 'spare',
    items: ['ibuprofen', 'antigen-test'],
    regionLabel: '湖南省长沙市岳麓区',
    place: { adcode: '430104' },
  });
});

test('a medicine that is not listed is left out', () => {
  expect(readCard('need.430104.gone,ibuprofen', listed)?.items).toEqual(['ibuprofen']);
  expect(readCard('need.430104.', listed)?.items).toEqual([]);
});

test.each(['', 'spare', 'spare.999999.ibuprofen', 'sale.430104.ibuprofen', 'spare.<script>.x', '..'])(
  'nothing is read from %p',
  (words) => {
    expect(readCard(words, listed)).toBeNull();
  },
);
