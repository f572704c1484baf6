import { isResidentName, maskedName, normalizeName } from './masked-name';

test.each([
  ['李静', '李*'],
  [' 欧阳建国 ', '欧*'],
  ['Anna Schmidt', 'A*'],
  ['𠮷田', '𠮷*'],
])('%s is shown as %s', (name, masked) => {
  expect(maskedName(name)).toBe(masked);
});

test('one kind of dot stands between the parts of a name', () => {
  expect(normalizeName('阿里木•买买提')).toBe('阿里木·买买提');
});

test.each([
  ['李静', true],
  ['阿里木·买买提', true],
  ['李', false],
  ['Anna', false],
  ['李静1', false],
])('%s as a resident’s name: %s', (name, fits) => {
  expect(isResidentName(name)).toBe(fits);
});
