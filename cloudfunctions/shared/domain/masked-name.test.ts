import { isResidentName, maskedName, normalizeName } from './masked-name';

test.each([
  ['李静', '李*'],
  [' 欧阳建国 ', '欧*'],
  ['Anna Schmidt', 'A*'],
  ['𠮷田', '𠮷*'],
])('%s is shown as %s', (name, masked) => {
  expect(maskedName(name)).toBe(masked);
});

test.each([
  ['阿里木•买买提', '阿里木·买买提'],
  ['阿里木 · 买买提', '阿里木·买买提'],
  ['阿里木．买买提', '阿里木·买买提'],
  ['阿里木・买买提', '阿里木·买买提'],
  ['阿里木･买买提', '阿里木·买买提'],
  ['尤努斯●买买提', '尤努斯·买买提'],
  ['尤努斯。买买提', '尤努斯·买买提'],
  ['尤努斯｡买买提', '尤努斯·买买提'],
  ['路 人', '路人'],
  ['　路　人　', '路人'],
  ['欧 阳 建 国', '欧阳建国'],
  ['路\u200b人\ufeff', '路人'],
  [' Anna \u00a0 Schmidt', 'Anna Schmidt'],
])('%j is the name %s', (typed, name) => {
  expect(normalizeName(typed)).toBe(name);
  expect(normalizeName(name)).toBe(name);
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
