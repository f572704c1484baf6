import { mount } from './mount';

const state = `<load-state state="{{state}}" message="{{message}}" retry="{{retry}}" bind:retry="heard">
  <view>去看看</view>
</load-state>`;
const open = (name: string, retry = true) =>
  mount(state, { data: { state: name, message: '网络连接不上。', retry } });

test('loading is announced without words', async () => {
  const phone = await open('loading');
  expect(phone.text()).toBe('');
  expect(phone.find('正在加载').getAttribute('role')).toBe('status');
});

test('an error shows its sentence and can be tried again', async () => {
  const phone = await open('error');
  expect(phone.text()).toBe('网络连接不上。重试帮助与反馈');
  await phone.tap('重试');
  expect(phone.heard).toEqual([{ type: 'retry' }]);
});

test('an error that cannot pass offers no button', async () => {
  const phone = await open('error', false);
  expect(phone.text()).toBe('网络连接不上。帮助与反馈');
});

test('an error leads to help', async () => {
  const phone = await open('error');
  await phone.tap('帮助与反馈');
  expect(phone.asked).toMatchObject([{ options: { url: '/packages/help/pages/help/help?error=' } }]);
});

test("an empty screen shows the page's own content instead", async () => {
  const phone = await open('empty');
  expect(phone.text()).toBe('网络连接不上。去看看帮助与反馈');
});

test('a ready screen shows nothing of it', async () => {
  const phone = await open('ready');
  expect(phone.text()).toBe('');
});
