import { answers, nowMs, refuses } from './fixtures';
import { openPage } from './mount';

const achieved = 'packages/achieved/pages/achieved/achieved';
const none = { need: null, spare: null, solved: null, contactMinutes: null, helpMinutes: null };
const days = ['13', '14', '15', '16', '17', '18', '19'].map((day) => `2022-12-${day}`);
const week = (need: number | null, spare: number | null) => days.map(() => ({ need, spare }));
const nation = {
  region: 'nation',
  days,
  total: { need: 420, spare: 105, solved: 60, contactMinutes: 18, helpMinutes: 95 },
  below: [{ code: '430000', ...none, need: 120 }],
  items: [
    { code: 'ibuprofen', days: week(20, 5) },
    { code: 'paracetamol', days: week(12, null) },
  ],
};

test('figures, medians and scarcity are readable without an account', async () => {
  const phone = await openPage(achieved, { functions: { 'search.achieved': answers(nation) } });
  const text = phone.text().replace(/\s/g, '');
  for (const words of [
    '全国',
    '12月13日到12月19日',
    '420',
    '18分钟',
    '1小时35分钟',
    '平均4.0人等1份',
    '求84·有不到10人',
  ])
    expect(text).toContain(words);
});

test('a province opens, and leads back to the whole country', async () => {
  const hunan = { ...nation, region: '430000', total: none, below: [], items: [] };
  const ask = (input: unknown) =>
    answers((input as { region: string }).region === 'nation' ? nation : hunan)();
  const phone = await openPage(achieved, { functions: { 'search.achieved': ask } });
  await phone.tap('湖南省');
  expect(phone.calls.at(-1)).toEqual({ name: 'search.achieved', input: { region: '430000' } });
  await phone.tap('看全国');
  expect(phone.has('各地')).toBe(true);
});

test('without an answer the page says why', async () => {
  const phone = await openPage(achieved, {
    functions: { 'search.achieved': refuses('busy', '现在人太多', 'later') },
  });
  expect(phone.has('重试')).toBe(true);
});

test('operators see what happens each hour, what fails and what runs out', async () => {
  const hours = Array.from({ length: 24 }, (_, at) => ({
    atMs: nowMs - (23 - at) * 3_600_000,
    need: at,
    spare: 0,
    solved: 0,
    contact: 1,
    wait: 0,
    calls: 100,
    failed: 0,
    provider: at === 5 ? 2 : 0,
    alarm: 0,
  }));
  const phone = await openPage('packages/achieved/pages/operations/operations', {
    functions: {
      'moderation.operations': answers({
        hours,
        functions: [{ name: 'posts', calls: 900, codes: [{ call: 'read', code: 'not-found', count: 3 }] }],
        signs: [
          { sign: 'alarm:unexpected', count: 1 },
          { sign: 'provider:masked-number_isv_NO_AVAILABLE_NUMBER', count: 2 },
        ],
        regions: [{ code: '430000', need: 12, spare: 3, solved: 1, contacted: 4 }],
        queue: 7,
        numbers: { pool: 40, bound: 38 },
        nowMs,
      }),
    },
  });
  const text = phone.text().replace(/\s/g, '');
  for (const words of [
    '7条',
    '至少还有2个空着',
    '24小时276次，最多一小时23次',
    '程序意外出错：1次',
    'readnot-found3',
    '湖南省',
  ])
    expect(text).toContain(words);
});
