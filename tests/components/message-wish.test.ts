import { answers } from './fixtures';
import { mount } from './mount';

const wish = '<message-wish text="有人联系时通知我" templates="{{names}}" />';
const templates = "[{ name: 'contact', id: 'T1' }, { name: 'match', id: 'T2' }]";

async function phoneWith(script: string) {
  const functions = { 'news.accepted': answers({ left: { contact: 1, match: 0, result: 0 } }) };
  const phone = await mount(wish, { data: { names: [] }, functions });
  phone.run(script);
  await phone.set({ names: ['contact', 'result'] });
  return phone;
}

test('one tap asks WeChat, and what is accepted is counted', async () => {
  const phone = await phoneWith(`wx.setStorageSync('messages.templates', ${templates})`);
  await phone.tap('有人联系时通知我');
  await phone.tap('允许');
  expect(phone.calls).toEqual([{ name: 'news.accepted', input: { templates: ['contact'] } }]);
  expect(phone.has('再多通知一次')).toBe(true);
});

test('a refusal is respected: nothing is counted, and the next page does not ask', async () => {
  const phone = await phoneWith(`wx.setStorageSync('messages.templates', ${templates})`);
  await phone.tap('有人联系时通知我');
  await phone.tap('取消');
  expect(phone.calls).toEqual([]);
  expect(phone.text()).toContain('好，不发通知');
  await phone.set({ names: ['contact'] });
  expect(phone.text()).not.toContain('通知我');
});

test('without templates nothing is offered', async () => {
  const phone = await phoneWith(`wx.removeStorageSync('messages.templates')`);
  expect(phone.text()).toBe('');
});
