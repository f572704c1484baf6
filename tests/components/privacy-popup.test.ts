import { mount } from './mount';

const page = '<privacy-popup wx:if="{{shown}}" />';
/** Calls `wx.requirePrivacyAuthorize`, which WeChat does first in each private interface. */
const useInterface = "wx.requirePrivacyAuthorize().then(() => 'allowed', () => 'refused')";
const open = () => mount(page, { data: { shown: true } });

test('nothing is asked before a private interface is used', async () => {
  const phone = await open();
  expect(phone.has('同意')).toBe(false);
});

test('agreeing continues all waiting interfaces', async () => {
  const phone = await open();
  const answers = [phone.run(useInterface), phone.run(useInterface)];
  await phone.settle();
  expect(phone.has('先看一下隐私保护指引')).toBe(true);
  await phone.tap('同意');
  await expect(Promise.all(answers)).resolves.toEqual(['allowed', 'allowed']);
});

test('refusing refuses the interface', async () => {
  const phone = await open();
  const answer = phone.run(useInterface);
  await phone.settle();
  await phone.tap('不同意');
  await expect(answer).resolves.toBe('refused');
});

test('a page that is left refuses the interfaces that wait for it', async () => {
  const phone = await open();
  const answer = phone.run(useInterface);
  await phone.settle();
  await phone.set({ shown: false });
  await expect(answer).resolves.toBe('refused');
});

test('the guide itself can be read', async () => {
  const phone = await open();
  phone.run(useInterface);
  await phone.settle();
  await phone.tap('查看《用户隐私保护指引》');
  expect(phone.asked).toEqual([{ name: 'openPrivacyContract', options: {} }]);
});
