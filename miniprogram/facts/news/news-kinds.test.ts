import { expect, test } from '@jest/globals';
import { newsKinds, newsWords, type NewsFacts, type NewsKind } from './news-kinds';

const facts: NewsFacts = {
  board: 'spare',
  summary: '布洛芬',
  name: '李*',
  number: '17000000002',
  count: 2,
  untilMs: Date.UTC(2022, 11, 20, 4),
  choice: null,
  place: '岳麓区',
  codes: ['ibuprofen'],
  text: '谢谢，这个月就加。',
};
const kinds = Object.keys(newsKinds) as NewsKind[];

test.each(kinds)('%s has words with all of its facts, and with none', (kind) => {
  const words = newsWords(kind);
  const empty = { board: null, summary: '', name: null, number: null, count: null } as const;
  for (const each of [facts, { ...facts, ...empty, untilMs: null, place: null, text: null }]) {
    for (const text of [words.title(each), words.text(each)]) expect(text).toMatch(/[\u4e00-\u9fff]/);
    expect(words.title(each) + words.text(each)).not.toMatch(/null|undefined|NaN/);
  }
});

test('the number that will call is written as people read it', () => {
  expect(newsWords('contact').text(facts)).toContain('170\u00a00000\u00a00002');
});
