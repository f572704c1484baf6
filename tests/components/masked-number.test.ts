import { contact, nowMs } from './fixtures';
import { mount } from './mount';

const number = '<masked-number masked="{{masked}}" now-ms="{{nowMs}}" />';
const open = (extension: string | null, leftMs = 3_600_000) =>
  mount(number, {
    data: { masked: { ...contact.masked, extension, expiresAtMs: nowMs + leftMs }, nowMs },
  });

test("the number is shown in groups, with its remaining time by the server's clock", async () => {
  const phone = await open(null, 3_630_000);
  expect(phone.find('隐私号码 170 0000 0001').textContent).toBe('170 0000 0001');
  expect(phone.has('号码还能用1小时')).toBe(true);
});

test('calling dials the extension after a pause, copying copies the same', async () => {
  const phone = await open('123');
  await phone.tap('拨打电话');
  await phone.tap('复制');
  expect(phone.asked).toMatchObject([
    { name: 'makePhoneCall', options: { phoneNumber: '17000000001,123' } },
    { name: 'setClipboardData', options: { data: '17000000001,123' } },
  ]);
});

test('an expired number is marked as expired', async () => {
  const phone = await open(null, -1);
  expect(phone.has('号码已经失效')).toBe(true);
});

test('without a number there is nothing to tap', async () => {
  const phone = await mount(number, { data: { masked: null, nowMs } });
  expect(phone.text()).toBe('');
});
