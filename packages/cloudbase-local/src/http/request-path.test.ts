import { isReadablePath } from './request-path';

test.each([
  ['/', true],
  ['/functions/search?x=%zz', true],
  ['/functions/%E6%90%9C', true],
  ['//', false],
  ['/functions/%zz', false],
  ['/preview/%ff', false],
  ['/preview/%00', false],
])('the address %s is readable: %s', (address, readable) => {
  expect(isReadablePath(address)).toBe(readable);
});
