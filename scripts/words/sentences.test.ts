import { describe, expect, test } from '@jest/globals';
import { sentencesOfScript, sentencesOfWxml, unsaidInWxml } from './sentences';

const texts = (sentences: { text: string }[]): string[] => sentences.map(({ text }) => text);

describe('the sentences of a WXML', () => {
  test('are what t.say says, with its parameters in braces', () => {
    const wxml = `<view aria-label="{{t.say(w, '有 {0} 张', count)}}">{{a ? t.say(w, '是') : b}}</view>`;
    expect(texts(sentencesOfWxml(wxml))).toEqual(['有 {0} 张', '是']);
    expect(unsaidInWxml(wxml)).toEqual([]);
  });

  test('Chinese outside of it is found, and a comment is not', () => {
    expect(unsaidInWxml('<!-- 说明 -->\n<view>我需要药</view>')).toEqual([{ text: '我需要药', line: 2 }]);
  });
});

describe('the sentences of a script', () => {
  test('are keys of say, and Chinese strings that something else may say', () => {
    const source =
      "const a = say`还剩 ${n} 分钟`;\nconst b = { name: '婴儿' };\nif (b.name === '老人') say('刚刚');";
    expect(texts(sentencesOfScript(source).said)).toEqual(['还剩 {0} 分钟', '婴儿', '刚刚']);
  });

  test('a template that no say says cannot be translated', () => {
    expect(texts(sentencesOfScript('const a = `还剩 ${n} 分钟`;').unsaid)).toEqual(['还剩 {0} 分钟']);
  });

  test('what the cloud sends as a service notification stays Chinese', () => {
    expect(sentencesOfScript("message('result', '请您回电')").said).toEqual([]);
  });
});
