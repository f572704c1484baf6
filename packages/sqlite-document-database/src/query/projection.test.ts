import type { Document } from '../values/value';
import { compileProjection } from './projection';

test.each<[string, Document, Document]>([
  ['$slice within each document of a list', { 'l.n': { $slice: 1 } }, { _id: 'x', a: 1, l: [{ n: [1] }, 7] }],
  [
    '$slice among kept fields keeps what it cuts',
    { a: 1, 'l.n': { $slice: -1 } },
    { _id: 'x', a: 1, l: [{ n: [2] }] },
  ],
  ['$slice beside _id alone keeps nothing else', { _id: 1, l: { $slice: 0 } }, { _id: 'x', l: [] }],
])('%s', (_name, projection, shown) => {
  expect(compileProjection(projection)({ _id: 'x', a: 1, l: [{ n: [1, 2] }, 7] })).toEqual(shown);
});

test('the position that `$` means may be that of another array', () => {
  const stored = { _id: 'x', a: [90, 91, 92], b: ['a', 'b', 'c'] };
  expect(compileProjection({ 'b.$': 1 }, { a: 92 })(stored)).toEqual({ _id: 'x', b: ['c'] });
});

test.each<[string, Document]>([
  ['$slice of no elements after some', { l: { $slice: [1, 0] } }],
  ['$slice of text', { l: { $slice: 'x' } }],
  ['$elemMatch after a field left out', { a: 0, l: { $elemMatch: { n: 1 } } }],
])('%s is refused', (_name, projection) => {
  expect(() => compileProjection(projection)).toThrow();
});
