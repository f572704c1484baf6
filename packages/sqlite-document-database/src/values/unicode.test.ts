import { holdsLoneSurrogate } from './unicode';

test.each([
  ['plain text', '"abc"', false],
  ['a pair as it stands', '"😀"', false],
  ['a pair in escapes', '"\\ud83d\\ude00"', false],
  ['a pair in escapes of capitals', '"\\uD83D\\uDE00"', false],
  ['two pairs', '"\\ud83d\\ude00\\ud83d\\ude00"', false],
  ['what only looks like an escape', '"\\\\ud83d"', false],
  ['a first half as it stands', '"\ud83d"', true],
  ['a first half', '"\\ud83d"', true],
  ['a second half', '"\\ude00"', true],
  ['halves the wrong way round', '"\\ude00\\ud83d"', true],
  ['a half after a pair', '"\\ud83d\\ude00\\ud83d"', true],
  ['a half after a backslash', '"\\\\\\ud83d"', true],
  ['a half in a name', '{"\\udfff":1}', true],
])('%s', (_name, json, lone) => {
  expect(holdsLoneSurrogate(json)).toBe(lone);
});
