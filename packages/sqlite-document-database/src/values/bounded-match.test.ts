import { boundedMatch } from './bounded-match';

const found = (pattern: RegExp, text: string): boolean =>
  boundedMatch(pattern, text, () => pattern.test(text));

test.each([
  ['a repeated group with a repetition in it', /(a+)+$/, 'a'.repeat(60) + 'b'],
  ['a repeated choice', /(a|a)*$/i, 'a'.repeat(60) + 'b'],
  ['a repeated group after a look ahead', /^(?=a)(?:a|aa)+$/u, 'a'.repeat(90) + 'b'],
  ['several repetitions in a long text', /a*a*a*b/, 'a'.repeat(20_000)],
  ['one repetition in a very long text', /a*b/, 'a'.repeat(4_000_000)],
])('the search for %s is given up', (_name, pattern, text) => {
  expect(() => found(pattern, text)).toThrow('match limit exceeded');
});

test('other patterns are matched, in short texts and in long ones', () => {
  expect(found(/(a+)+$/, 'a'.repeat(60))).toBe(true);
  expect(found(/b(a+)+$/, 'a'.repeat(60))).toBe(false);
  expect(found(/布洛芬.*有/, '家里还有布洛芬和对乙酰氨基酚,附近没有')).toBe(true);
  expect(found(/x/, 'y'.repeat(1_000_000))).toBe(false);
});
