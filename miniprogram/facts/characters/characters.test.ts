import { describe, expect, test } from '@jest/globals';
import { Converter } from 'opencc-js';
import { pinyin } from 'pinyin-pro';
import { syllableOf } from './pinyin';
import { pinyinTable } from './pinyin-table';
import { simplified } from './simplified';

describe('the sound of a character', () => {
  test.each([
    ['布', 'bu'],
    ['氯', 'lv'],
    ['嗪', 'qin'],
    ['铵', 'an'],
    ['藿', 'huo'],
  ])('%s is read %s', (character, syllable) => {
    expect(syllableOf(character)).toBe(syllable);
  });

  test('letters, digits and pictures have no pinyin', () => {
    expect(['a', '5', '🐧', ''].map(syllableOf)).toEqual([undefined, undefined, undefined, undefined]);
  });

  test('equals that of the library it comes from, for each character of the table', () => {
    const characters = Object.values(pinyinTable).flatMap((row) => [...row]);
    expect(characters.length).toBeGreaterThan(6700);
    const wrong = characters.filter(
      (character) => syllableOf(character) !== pinyin(character, { toneType: 'none', v: true }),
    );
    expect(wrong).toEqual([]);
  });
});

describe('traditional characters', () => {
  test.each([
    ['連花清瘟', '连花清瘟'],
    ['撲熱息痛', '扑热息痛'],
    ['還有頭孢嗎', '还有头孢吗'],
    ['体温计 N95 🐧', '体温计 N95 🐧'],
  ])('%s becomes %s', (text, simple) => {
    expect(simplified(text)).toBe(simple);
  });

  test('become what the dictionary says, and simplifying twice is simplifying once', () => {
    const convert = Converter({ from: 't', to: 'cn' });
    for (const text of ['體溫計、額溫槍、血氧機', '撲熱息痛與鎮痛藥', '臺灣廣州醫療']) {
      expect(simplified(text)).toBe(convert(text));
      expect(simplified(simplified(text))).toBe(simplified(text));
    }
  });
});
