import { expect, test } from '@jest/globals';
import { anOpenedPost } from '../../../cloudfunctions/shared/testing/a-post';
import { reviewText } from './review-text';

const nowMs = Date.UTC(2022, 11, 20, 4);
const review = {
  state: 'waiting' as const,
  why: [],
  reason: null,
  sinceMs: nowMs,
  isAppealed: false,
  sentence: '要先看一眼。',
  expectedByMs: nowMs + 3_600_000,
  findings: [{ kind: 'dealing' as const, words: '懂的来' }],
};

test('a post on its board has no message', () => {
  expect(reviewText(anOpenedPost(), nowMs)).toBeNull();
});

test('a waiting post gives the reason, the words, and the time of the decision', () => {
  expect(reviewText({ review }, nowMs)).toEqual({
    title: '在等志愿者看，别人还看不到',
    sentence: '要先看一眼。',
    waitText: '大约今天 13:00前有结果',
    words: ['懂的来'],
  });
});

test.each([
  [{ expectedByMs: nowMs - 1 }, { waitText: '比平时慢一些，马上有人看' }],
  [
    { state: 'refused' as const, expectedByMs: null },
    { title: '没有通过', waitText: '' },
  ],
  [{ isAppealed: true }, { title: '已申诉，等另一位志愿者看' }],
  [{ state: 'refused' as const, isAppealed: true }, { title: '没有通过' }],
  [{ why: ['platform-unchecked' as const] }, { title: '在等微信检查文字，别人还看不到' }],
  [{ why: ['quantities' as const, 'platform-unchecked' as const] }, { title: '在等志愿者看，别人还看不到' }],
])('%j reads %j', (changes, text) => {
  expect(reviewText({ review: { ...review, ...changes } }, nowMs)).toMatchObject(text);
});
