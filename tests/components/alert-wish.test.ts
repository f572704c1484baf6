import { answers, nowMs, refuses } from './fixtures';
import { mount } from './mount';

const wish = '<alert-wish board="{{board}}" items="{{items}}" place="{{place}}" />';
const place = {
  kind: 'region',
  name: '岳麓区',
  regionLabel: '湖南省长沙市岳麓区',
  place: { point: [112.93, 28.23], adcode: '430104' },
};

test('one tap waits for a medicine at a place', async () => {
  const phone = await mount(wish, {
    data: { board: 'spare', items: ['ibuprofen'], place },
    functions: { 'news.setAlert': answers({ alerts: [], nowMs }) },
  });
  await phone.tap('有了告诉我');
  expect(phone.calls).toEqual([
    { name: 'news.setAlert', input: { board: 'spare', items: ['ibuprofen'], place: place.place } },
  ]);
  expect(phone.text()).toContain('附近有了会告诉您');
  await phone.tap('看我的提醒');
  expect(phone.asked).toMatchObject([{ options: { url: '/packages/news/pages/alerts/alerts' } }]);
});

test('a guest is led to verification', async () => {
  const phone = await mount(wish, {
    data: { board: 'need', items: ['ibuprofen'], place },
    functions: { 'news.setAlert': refuses('verification-required', '请先完成实名验证。', 'after-change') },
  });
  await phone.tap('有人要时告诉我');
  expect(JSON.stringify(phone.asked)).toContain('verify');
});

test('without a medicine there is nothing to wait for', async () => {
  const phone = await mount(wish, { data: { board: 'spare', items: [], place } });
  expect(phone.text()).toBe('');
});
