import { mount } from './mount';

const row = '<place-row place="{{place}}" caption="看这里附近" empty="先选一个地方" bind:choose="heard" />';
const place = { name: '岳麓区', regionLabel: '湖南省长沙市岳麓区' };

test('a place is shown with its region, and a tap asks for another one', async () => {
  const phone = await mount(row, { data: { place } });
  expect(phone.text()).toBe('看这里附近岳麓区湖南省长沙市岳麓区更换');
  await phone.tap('更换');
  expect(phone.heard).toEqual([{ type: 'choose' }]);
});

test('a place that is a whole region is named once', async () => {
  const phone = await mount(row, { data: { place: { name: '海淀区', regionLabel: '海淀区' } } });
  expect(phone.text()).toBe('看这里附近海淀区更换');
});

test('without a place the row asks for one', async () => {
  const phone = await mount(row, { data: { place: null } });
  expect(phone.find('看这里附近：先选一个地方，点击选择').getAttribute('role')).toBe('button');
});
