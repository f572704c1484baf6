import { parseEjson } from './ejson';
import { plainJson } from './plain-json';

test.each<[string, string, unknown]>([
  ['numbers', '{"a":{"$numberInt":"1"},"b":{"$numberDouble":"1.5"}}', { a: 1, b: 1.5 }],
  ['a long that fits', '{"$numberLong":"5"}', 5],
  ['a long that does not', '{"$numberLong":"9007199254740993"}', 9007199254740992],
  ['what is no number', '{"$numberDouble":"NaN"}', { $numberDouble: 'NaN' }],
  ['a date', '{"$date":{"$numberLong":"5"}}', { $date: 5 }],
  ['an id', '{"$oid":"5f1f1f1f1f1f1f1f1f1f1f1f"}', '5f1f1f1f1f1f1f1f1f1f1f1f'],
  ['lists within documents', '{"a":[{"b":null},"x",true]}', { a: [{ b: null }, 'x', true] }],
  [
    'a pattern',
    '{"$regularExpression":{"pattern":"a","options":"i"}}',
    { $regularExpression: { pattern: 'a', options: 'i' } },
  ],
])('%s', (_what, ejson, json) => {
  expect(plainJson(parseEjson(ejson))).toEqual(json);
});
