import { postCard } from '../../miniprogram/presenters/post/post-card';
import { campaign, nowMs, spare } from './fixtures';
import { mount } from './mount';

const card = postCard(spare, campaign.groups, nowMs);

test('a post is shown in one glance, read in one sentence, and opened by a tap', async () => {
  const phone = await mount('<post-card card="{{card}}" bind:open="heard" />', { data: { card } });
  expect(phone.text()).toBe('布洛芬4粒还有2份优先老人放在门口自取已实名长沙市岳麓区1小时前');
  expect(phone.find(card.label).getAttribute('role')).toBe('button');
  await phone.tap(card.label);
  expect(phone.heard).toEqual([{ type: 'open' }]);
});
