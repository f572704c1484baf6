import { expect, test } from '@jest/globals';
import { interestText } from './interest-text';

test('a post without contacts says nothing', () => {
  expect(interestText(undefined)).toBeNull();
});

test.each([
  [{ open: 2, waiting: 0 }, '2 位拿到了隐私号码，可能会打给您', ''],
  [{ open: 0, waiting: 1 }, '', '1 位在等您回电'],
])('%j is reported in numbers, never in names', (interest, openText, waitingText) => {
  expect(interestText(interest)).toEqual({ openText, waitingText });
});
