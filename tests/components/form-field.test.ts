import { mount } from './mount';

const field = `<form-field title="说明" hint="写清楚病情" optional="{{optional}}" error="{{error}}">
  <view>这里填写</view>
</form-field>`;

test('a question shows its hint and its answer', async () => {
  const phone = await mount(field, { data: { optional: false, error: '' } });
  expect(phone.text()).toBe('说明写清楚病情这里填写');
});

test('an optional question is marked as optional', async () => {
  const phone = await mount(field, { data: { optional: true, error: '' } });
  expect(phone.has('（可不填）')).toBe(true);
});

test('an error is announced', async () => {
  const phone = await mount(field, { data: { optional: false, error: '请填写说明。' } });
  expect(phone.find('请填写说明。').parentElement?.getAttribute('role')).toBe('alert');
});
