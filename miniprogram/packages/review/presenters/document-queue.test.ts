import { expect, test } from '@jest/globals';
import { documentView, othersText, refusalChips } from './document-queue';

test('a document is named by its kind and masked name, never by a number', () => {
  const submittedAtMs = Date.parse('2022-12-20T10:00:00+08:00');
  const waiting = {
    id: 'f'.repeat(32),
    kind: 'passport' as const,
    maskedName: 'A*',
    photoUrls: [],
    submittedAtMs,
    mayLeave: true,
    isSecondLook: false,
  };
  expect(documentView(waiting, submittedAtMs + 7_200_000)).toEqual({
    id: 'f'.repeat(32),
    title: '护照，A*',
    waitedText: '2 小时前交上来',
    photoUrls: [],
  });
});

test.each([
  [0, '后面没有了'],
  [3, '后面还有 3 份'],
  [190, '后面还有 190 份'],
])('%i others: %s', (others, text) => {
  expect(othersText(others)).toBe(text);
});

test('every reason to refuse is a whole sentence', () => {
  for (const { name } of refusalChips) expect(name).toMatch(/^.{2,100}。$/u);
});
