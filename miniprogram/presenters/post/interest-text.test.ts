import { expect, test } from '@jest/globals';
import { interestText } from './interest-text';

test.each([
  [undefined, []],
  [{ open: 2, waiting: 0, unread: 0, received: 0 }, ['2 位拿到了隐私号码，可能会打给您']],
  [{ open: 0, waiting: 1, unread: 0, received: 0 }, ['1 位在等您回电']],
  [
    { open: 1, waiting: 3, unread: 2, received: 4 },
    ['3 位在等您回电', '4 位说拿到了', '2 位给您发了消息', '1 位拿到了隐私号码，可能会打给您'],
  ],
])('%j contacts say %j, those that wait first', (interest, words) => {
  expect(interestText(interest, 'spare')?.lines.map((line) => line.words) ?? []).toEqual(words);
});

test('a need that was helped is asked for no portion', () => {
  const interest = { open: 0, waiting: 0, unread: 0, received: 1 };
  expect(interestText(interest, 'need')?.lines).toMatchObject([{ words: '1 位说送到了', go: '去看看' }]);
  expect(interestText(interest, 'spare')?.lines).toMatchObject([{ words: '1 位说拿到了', go: '减 1 份？' }]);
});
