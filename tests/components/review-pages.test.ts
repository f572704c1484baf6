import { answers, nowMs, refuses, spare } from './fixtures';
import { openPage } from './mount';

const item = {
  id: 'd'.repeat(32),
  kind: 'post',
  claimedUntilMs: nowMs + 300_000,
  waitingSinceMs: nowMs - 60_000,
  post: {
    board: 'spare',
    status: 'pending',
    items: spare.items,
    portions: spare.portions,
    source: spare.source,
    beneficiary: spare.beneficiary,
    groups: spare.groups,
    handOver: spare.handOver,
    note: '布洛芬一板，懂的来，放门口',
    region: '湖南省长沙市岳麓区',
    publishedAtMs: nowMs - 60_000,
  },
  findings: [{ kind: 'dealing', words: '懂的来', start: 6, end: 9 }],
  why: [{ code: 'note-doubtful', points: 40, sentence: '说明里有拿不准的字句' }],
  reports: [{ reason: 'asked-for-money', count: 2 }],
  history: { published: 3, refused: 1, days: 12, askedForMoney: 2, notReal: 0 },
  appealText: null,
  refusedFor: null,
  opinions: 0,
  can: {
    publish: true,
    refuse: true,
    askToCorrect: true,
    secondOpinion: true,
    proposeBlock: true,
    block: false,
  },
};
const queue = { waiting: 7, oldestSinceMs: nowMs - 600_000 };
const inHand = { item, queue, undo: null, nowMs };
const decided = {
  item: null,
  queue: { waiting: 0, oldestSinceMs: null },
  undo: { id: item.id, untilMs: nowMs + 60_000 },
  nowMs,
};
const page = 'packages/review/pages/queue/queue';

test('a volunteer reads an item with its marks, reasons and history, and the number that wait', async () => {
  const phone = await openPage(page, { functions: { 'moderation.next': answers(inHand) } });
  for (const words of ['布洛芬', '懂的来', '拿不准的字句+40', '要钱2', '用了12天', '还有7条在等'])
    expect(phone.text()).toContain(words);
});

test('publishing takes one tap, shows the next item and can be taken back', async () => {
  const phone = await openPage(page, {
    functions: {
      'moderation.next': answers(inHand),
      'moderation.decide': answers(decided),
      'moderation.undo': answers(inHand),
    },
  });
  await phone.tap('放行');
  expect(phone.has('现在没有要看的，谢谢您。往下拉可以再看一次。')).toBe(true);
  await phone.tap('撤销');
  expect(phone.has('还有7条在等，最早的一条：10分钟前')).toBe(true);
  expect(phone.calls.slice(1)).toEqual([
    { name: 'moderation.decide', input: { id: item.id, decision: 'publish' } },
    { name: 'moderation.undo', input: { id: item.id } },
  ]);
});

test('refusing asks for a reason', async () => {
  const phone = await openPage(page, {
    functions: { 'moderation.next': answers(inHand), 'moderation.decide': answers(decided) },
  });
  await phone.tap('拒绝');
  await phone.tap('就这样决定');
  expect(phone.has('请先选一个原因。')).toBe(true);
  await phone.tap('卖药、要钱、交换');
  await phone.tap('就这样决定');
  expect(phone.calls.at(-1)).toEqual({
    name: 'moderation.decide',
    input: { id: item.id, decision: 'refuse', reason: 'selling' },
  });
});

test('an item that was taken meanwhile is said, and the next one is asked for', async () => {
  const phone = await openPage(page, {
    functions: {
      'moderation.next': answers(inHand),
      'moderation.decide': refuses('claim-over', '这一条已经到时间了。', 'after-change'),
    },
  });
  await phone.tap('再看看');
  expect(phone.has('这一条已经到时间了。')).toBe(true);
});

test('a report shows its outcome', async () => {
  const reports = [
    {
      id: 'e'.repeat(32),
      postId: spare.id,
      board: 'spare',
      summary: '布洛芬',
      reason: 'asked-for-money',
      state: 'taken-down',
      sentence: '处理了：这条信息已经拿下来了。谢谢您。',
      reportedAtMs: nowMs - 3_600_000,
      handledAtMs: nowMs,
    },
  ];
  const phone = await openPage('packages/review/pages/reports/reports', {
    functions: { 'moderation.myReports': answers({ reports, nowMs }) },
  });
  for (const words of ['送药·布洛芬', '1小时前举报：要钱', '处理了']) expect(phone.text()).toContain(words);
});
