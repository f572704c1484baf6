import { difference, type Found } from './found';

const posts = (...list: [id: string, meters: number][]): Found[] =>
  list.map(([id, meters]) => ({ id, meters }));
const expected = posts(['a', 10], ['b', 20], ['c', 20.001], ['d', 30]);

test.each<[string, Found[]]>([
  ['the same', expected],
  ['two at one distance the other way round', posts(['a', 10], ['c', 20], ['b', 20.001], ['d', 30])],
  ['another post at the distance of the last', posts(['a', 10], ['b', 20], ['c', 20.001], ['e', 30.005])],
])('an answer agrees: %s', (_name, answered) => {
  expect(difference(expected, answered, 0.01)).toBeUndefined();
});

test.each<[string, Found[], RegExp]>([
  ['a post too few', expected.slice(1), /3 posts instead of 4/],
  ['another distance', posts(['a', 10], ['b', 21], ['c', 20.001], ['d', 30]), /post 1 lies at 21 m/],
  ['no distance', posts(['a', NaN], ['b', 20], ['c', 20.001], ['d', 30]), /post 0 lies at NaN m/],
  ['another post in the middle', posts(['a', 10], ['x', 20], ['c', 20.001], ['d', 30]), /x does not belong/],
  ['posts that changed places', posts(['d', 10], ['b', 20], ['c', 20.001], ['a', 30]), /lies at/],
])('an answer differs: %s', (_name, answered, sentence) => {
  expect(difference(expected, answered, 0.01)).toMatch(sentence);
});
