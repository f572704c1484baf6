import { afterEach, describe, expect, test } from '@jest/globals';
import { counted, listed, say, speak, translated, translatedList } from './say';

afterEach(() => speak(null));

const english = {
  刚刚: 'just now',
  '{0} 分钟前': '{0} minute{0?|s} ago',
  '{0}月{1}日': '{1} {0?Jan|Feb|Mar}',
  '请填写{0}的有效期。': 'Please give the expiry date of {0}.',
  '一天最多发布 {0} 次，请明天再发布。': 'You can post {0} times a day. Please post again tomorrow.',
  '有人举报了这条信息。': 'Somebody reported this post.',
  片: '{0?tablet|tablets}',
  '布洛芬（胶囊、片）': 'Ibuprofen (capsules, tablets)',
  体温计: 'Thermometer',
};

test('in Chinese a sentence is itself, with its parameters', () => {
  expect([say('刚刚'), say`${3} 分钟前`, say`${12}月${3}日`]).toEqual(['刚刚', '3 分钟前', '12月3日']);
  expect([translated('有人举报了这条信息。'), counted('片', 1)]).toEqual(['有人举报了这条信息。', '片']);
  expect(listed(['a', 'b'], '，')).toBe('a，b');
});

describe('in English', () => {
  test('a sentence is looked up by its Chinese', () => {
    speak(english);
    expect([say('刚刚'), say`${3} 分钟前`, say`${1} 分钟前`]).toEqual([
      'just now',
      '3 minutes ago',
      '1 minute ago',
    ]);
    expect(say`${2}月${14}日`).toBe('14 Feb');
  });

  test('a sentence without a translation stays Chinese', () => {
    speak(english);
    expect([say('明天'), say`${3} 天前`, translated('明天')]).toEqual(['明天', '3 天前', '明天']);
  });

  test('text that came as a whole is found as a sentence, as a filled-in one, or sentence by sentence', () => {
    speak(english);
    expect(translated('请填写布洛芬（胶囊、片）的有效期。')).toBe(
      'Please give the expiry date of Ibuprofen (capsules, tablets).',
    );
    expect(translated('有人举报了这条信息。一天最多发布 8 次，请明天再发布。')).toBe(
      'Somebody reported this post. You can post 8 times a day. Please post again tomorrow.',
    );
    expect(translated('有人举报了这条信息。别的话。')).toBe('有人举报了这条信息。别的话。');
  });

  test('names in a row are translated one by one, and a mark within brackets divides none', () => {
    speak(english);
    expect(translatedList('布洛芬（胶囊、片）、体温计')).toBe('Ibuprofen (capsules, tablets), Thermometer');
  });

  test('a counting word has a form for one and a form for more', () => {
    speak(english);
    expect([counted('片', 1), counted('片', 0.5), counted('片', 6)]).toEqual([
      'tablet',
      'tablets',
      'tablets',
    ]);
  });
});
