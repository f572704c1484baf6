import { answers, nowMs, refuses } from './fixtures';
import { openPage } from './mount';

const join = 'packages/review/pages/join/join';
const operators = 'packages/review/pages/operators/operators';
const trial = Array.from({ length: 5 }, (_, index) => ({ id: index, board: 'spare', note: `第${index}条` }));

test('a code leads to five items, and four right ones wait for an operator', async () => {
  const phone = await openPage(join, {
    functions: {
      'moderation.apply': answers({ state: 'trial', trial, right: null }),
      'moderation.answerTrial': answers({ state: 'waiting', trial: [], right: 4 }),
    },
  });
  await phone.type('邀请码', 'HELP2022');
  await phone.tap('开始');
  await phone.tap('交卷');
  expect(phone.has('还有题没有选。')).toBe(true);
  expect(phone.calls).toEqual([{ name: 'moderation.apply', input: { code: 'HELP2022' } }]);
  expect(phone.text()).toContain('第4条');
});

test('a wrong code is reported at the field', async () => {
  const phone = await openPage(join, {
    functions: { 'moderation.apply': refuses('code-invalid', '邀请码不对，或者过期了。') },
  });
  await phone.type('邀请码', 'WRONG');
  await phone.tap('开始');
  expect(phone.has('邀请码不对，或者过期了。')).toBe(true);
});

const statistics = {
  waiting: 12,
  unchecked: 0,
  oldestSinceMs: nowMs - 600_000,
  volunteers: 1,
  decisions: 340,
  decisionsLastHour: 52,
  agreement: 0.9,
  reports: { received: 5, takenDown: 3, foundFine: 1 },
  blocks: 2,
  documents: { waiting: 4, agreed: 9, disagreed: 1 },
  nowMs,
};
const room = {
  'moderation.statistics': answers(statistics),
  'moderation.applications': answers({
    applications: [{ id: 'a'.repeat(32), maskedName: '孙*', right: 5, appliedAtMs: nowMs - 60_000 }],
    nowMs,
  }),
  'moderation.volunteers': answers({
    volunteers: [
      { id: 'b'.repeat(32), maskedName: '周*', decisions: 40, secondOpinions: 2, agreed: 3, disagreed: 1 },
    ],
    nowMs,
  }),
};

test('an operator sees the figures, invites, and accepts in bulk', async () => {
  const phone = await openPage(operators, {
    functions: {
      ...room,
      'moderation.invite': answers({ code: 'HELP2022', expiresAtMs: nowMs }),
      'moderation.accept': answers({ accepted: 1 }),
    },
  });
  for (const words of [
    '在等12条',
    '90%',
    '收到5，拿下3，没问题1',
    '抽查一致9，不一致1',
    '孙*·答对5题',
    '决定40条',
  ])
    expect(phone.text()).toContain(words);
  await phone.tap('生成邀请码');
  expect(phone.text()).toContain('HELP2022');
  await phone.tap('全部同意');
  expect(phone.calls.filter(({ name }) => name === 'moderation.accept')).toEqual([
    { name: 'moderation.accept', input: { ids: ['a'.repeat(32)] } },
  ]);
});

test('dismissing asks first', async () => {
  const phone = await openPage(operators, {
    functions: { ...room, 'moderation.dismiss': answers({ dismissed: true }) },
  });
  await phone.tap('撤下');
  await phone.tap('再想想');
  expect(phone.calls.some(({ name }) => name === 'moderation.dismiss')).toBe(false);
  await phone.tap('撤下');
  await phone.tap('确定');
  expect(phone.calls).toContainEqual({ name: 'moderation.dismiss', input: { id: 'b'.repeat(32) } });
});
