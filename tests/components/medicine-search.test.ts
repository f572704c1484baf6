import { campaign } from './fixtures';
import { mount } from './mount';

const open = () =>
  mount('<medicine-search campaign="{{campaign}}" bind:pick="heard" />', { data: { campaign } });

test('what most people look for is one tap away', async () => {
  const phone = await open();
  await phone.tap('布洛芬');
  expect(phone.heard).toEqual([{ type: 'pick', detail: { code: 'ibuprofen' } }]);
});

test('any name finds a medicine', async () => {
  const phone = await open();
  await phone.tap('找药：药名、牌子、症状');
  await phone.type('药名或牌子', '泰诺林');
  await phone.tap('对乙酰氨基酚混悬液（儿童）');
  expect(phone.heard.at(-1)).toMatchObject({ type: 'pick' });
});
