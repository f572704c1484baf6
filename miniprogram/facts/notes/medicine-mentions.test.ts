import { expect, test } from '@jest/globals';
import { medicineExamples } from './medicine-examples';
import { readNote } from './read-note';

const refusals = [
  { names: ['头孢', '阿莫西林', '青霉素', '磺胺', '抗生素'], reason: '抗生素不能转让。' },
  { names: ['奥司他韦', 'Paxlovid'], reason: '抗病毒药不能转让。' },
  { names: ['强的松'], reason: '激素不能转让。' },
  { names: ['胰岛素'], reason: '针剂不能转让。' },
  { names: ['过期药', '过期的药', '已过期'], reason: '过期的药不能给人。' },
];

const cases = (['need', 'spare'] as const).flatMap((board) =>
  (['asked', 'offered', 'said'] as const).flatMap((stance) =>
    medicineExamples[board][stance].map((text) => [board, stance, text] as const),
  ),
);

test.each(cases)('on the board of %ss a refused medicine is %s: %s', (board, stance, text) => {
  const { findings, verdict } = readNote(text, { board, refusals });
  if (stance === 'said') {
    expect(findings).toEqual([]);
    return;
  }
  expect(verdict).toBe('refuse');
  expect(findings.map(({ kind }) => kind)).toContain(`medicine-${stance}`);
});

test('a finding says why in the words of the list', () => {
  const { findings } = readNote('求头孢', { board: 'need', refusals });
  expect(findings).toEqual([{ kind: 'medicine-asked', start: 1, end: 3, reason: '抗生素不能转让。' }]);
});
