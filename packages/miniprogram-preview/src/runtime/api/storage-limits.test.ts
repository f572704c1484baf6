import { expect, test } from '@jest/globals';
import { sizeOf, storageRefusal } from './storage-limits';

test('a key and its value are counted in characters, as WeChat on Android does', () => {
  expect(sizeOf('药', '感冒药')).toBe(4);
  expect(sizeOf('a', { b: [1] })).toBe('a{"b":[1]}'.length);
  expect(sizeOf('a', undefined)).toBe(1);
});

test('one key holds 1 MB, and all of them less than 10 MB', () => {
  expect(storageRefusal(1_048_576, 0)).toBeUndefined();
  expect(storageRefusal(1_048_577, 0)).toBe(':entry size limit reached');
  expect(storageRefusal(1, 10_485_758)).toBeUndefined();
  expect(storageRefusal(1, 10_485_759)).toBe(':quota reached');
});
