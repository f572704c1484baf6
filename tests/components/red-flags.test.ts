import { campaign } from './fixtures';
import { mount } from './mount';

const flags = '<red-flags signs="{{signs}}" open="{{open}}" />';
const signs = campaign.redFlags;
const [sign = ''] = signs;

test('the signs unfold and fold by a tap', async () => {
  const phone = await mount(flags, { data: { signs, open: false } });
  expect(phone.text()).not.toContain(sign.replace(/\s/g, ''));
  await phone.tap('情况危急，不要等药');
  expect(phone.text()).toContain(sign.replace(/\s/g, ''));
  await phone.tap('情况危急，不要等药');
  expect(phone.text()).not.toContain(sign.replace(/\s/g, ''));
});

test('one tap dials 120', async () => {
  const phone = await mount(flags, { data: { signs, open: true } });
  await phone.tap('拨打120');
  expect(phone.asked).toMatchObject([{ name: 'makePhoneCall', options: { phoneNumber: '120' } }]);
});
