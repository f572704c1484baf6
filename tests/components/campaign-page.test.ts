import { answers, campaign, nowMs, refuses } from './fixtures';
import { openPage } from './mount';

const page = 'packages/review/pages/campaign/campaign';
const history = [{ number: 1, changes: '{"tips":["多喝水"]}', reason: '第一天', atMs: nowMs - 60_000 }];
const room = (changed: object) =>
  openPage(page, {
    functions: {
      'moderation.campaignChanges': answers({ number: 1, changes: history[0]?.changes, history, nowMs }),
      'search.campaign': answers({ version: 'of a test', campaign }),
      ...changed,
    },
  });
const changes = (phone: Awaited<ReturnType<typeof room>>) =>
  phone.calls.filter(({ name }) => name === 'moderation.changeCampaign').map(({ input }) => input);

test('an operator writes a notice, and it is checked before it runs', async () => {
  const phone = await room({ 'moderation.changeCampaign': answers({ number: 2, faults: [] }) });
  await phone.tap('检查并上线');
  expect(phone.text()).toContain('请写下为什么改');
  await phone.type('公告', '今晚十点维护');
  await phone.type('为什么改', '维护');
  await phone.tap('检查并上线');
  const [checked] = changes(phone) as { changes: string }[];
  expect(checked).toMatchObject({ after: 1, reason: '维护', onlyCheck: true });
  expect(JSON.parse(checked?.changes ?? '')).toMatchObject({
    tips: ['多喝水'],
    notice: { text: '今晚十点维护', english: '' },
  });
  // It runs only once the operator has confirmed.
  expect(changes(phone)).toHaveLength(1);
});

test('faults are listed, and nothing is asked or changed', async () => {
  const phone = await room({
    'moderation.changeCampaign': answers({ number: 1, faults: ['wanted：没有 unicorn。'] }),
  });
  await phone.type('为什么改', '试一试');
  await phone.tap('检查并上线');
  expect(phone.text()).toContain('没有unicorn');
  expect(changes(phone)).toHaveLength(1);
});

test('one tap goes back to the campaign as it was released', async () => {
  const phone = await room({ 'moderation.changeCampaign': answers({ number: 2, faults: [] }) });
  expect(phone.text()).toContain('正在用');
  await phone.tap('回到这次');
  expect(changes(phone)[0]).toMatchObject({ after: 1, changes: '{}', onlyCheck: true });
});

test('a member without the role reads why', async () => {
  const phone = await openPage(page, {
    functions: { 'moderation.campaignChanges': refuses('not-allowed', '没有权限。', 'never') },
  });
  expect(phone.text()).toContain('没有权限');
});
