import { makeRegExp } from './ejson';
import { patternOf } from './pattern';

test.each<[string, string, string, string, boolean]>([
  ['$ stands before a last line feed', 'a$', '', 'a\n', true],
  ['$ does not stand before another end of line', 'a$', '', 'a\r', false],
  ['. passes a whole character', '^.$', '', '😀', true],
  ['. passes a carriage return', '^.$', '', '\r', true],
  ['lines end with line feeds only', '^b', 'm', 'a\u2028b', false],
  ['no line begins after the last line feed', '\\n^', 'm', 'a\n', false],
  ['a class counts characters', '^[^药]$', '', '😀', true],
  ['\\s is ASCII white space', '\\s', '', '\u3000', false],
  ['what is no white space, within a class', '^[\\S]+$', '', '药\u3000😀', true],
  ['a class of a name', '^[[:alpha:]_-]+$', '', 'aB_-', true],
  ['a bracket that comes first in a class', '^[]a]+$', '', ']a', true],
  ['a brace that counts nothing', '^a{b}$', '', 'a{b}', true],
  ['an escape without need', '^\\-\\ \\#$', '', '- #', true],
  ['a character by its number', '^\\x{836f}$', '', '药', true],
  ['the beginning and the end of all', '\\Aa\\z', 'm', 'b\na', false],
  ['letters of other alphabets whatever their case', '^ÄÖ$', 'i', 'äö', true],
])('%s', (_name, source, options, text, matches) => {
  expect(patternOf(makeRegExp(source, options)).test(text)).toBe(matches);
});

test.each(['\\Qa.b\\E', '[[:nothing:]]', '\\R'])('%s is refused instead of being misread', (source) => {
  expect(() => patternOf(makeRegExp(source, ''))).toThrow(/Regular expression is invalid/);
});
