import { expect, test } from '@jest/globals';
import { answersOf, joinView } from './join-text';

const trial = [
  { id: 3, board: 'need' as const, note: '求布洛芬4粒' },
  { id: 8, board: 'spare' as const, note: '一板50' },
];

test('a trial is answered item by item and sent after the last one', () => {
  const { step, rows } = joinView({ state: 'trial', trial, right: null });
  expect(step).toBe('trial');
  expect(rows.map(({ title }) => title)).toEqual(['第 1 题 · 求助', '第 2 题 · 送药']);
  expect(answersOf(rows)).toBeNull();
  expect(answersOf(rows.map((row) => ({ ...row, chosen: ['refuse' as const] })))).toEqual([
    { id: 3, decision: 'refuse' },
    { id: 8, decision: 'refuse' },
  ]);
});

test.each<[Pick<Parameters<typeof joinView>[0], 'state' | 'right'>, string]>([
  [{ state: 'waiting', right: 4 }, '答对了 4 题，合格'],
  [{ state: 'failed', right: 2 }, '要对 4 题才行'],
  [{ state: 'accepted', right: 5 }, '您已经是志愿者了'],
])('an application that is %j says so', (application, words) => {
  const view = joinView({ ...application, trial: [] });
  expect(view.step).toBe('done');
  expect(view.doneText).toContain(words);
});
