import { mount } from './mount';

const stepper = `<count-stepper value="{{value}}" minimum="{{1}}" maximum="{{6}}" name="布洛芬数量" unit="粒"
  limit-text="一个疗程最多6粒。" bind:change="heard" />`;
const open = (value: number) => mount(stepper, { data: { value } });

test.each([
  ['one more', 4, '增加布洛芬数量', [{ type: 'change', detail: { value: 5 } }]],
  ['one less', 4, '减少布洛芬数量', [{ type: 'change', detail: { value: 3 } }]],
  ['nothing above the maximum', 6, '增加布洛芬数量', []],
  ['nothing below the minimum', 1, '减少布洛芬数量', []],
])('a tap on a button answers %s', async (_what, value, button, heard) => {
  const phone = await open(value);
  await phone.tap(button);
  expect(phone.heard).toEqual(heard);
});

test.each([
  ['2', 2],
  ['60', 6],
  ['0', 1],
  ['2.6', 3],
])('%s typed answers %d, within the bounds', async (typed, value) => {
  const phone = await open(4);
  await phone.type('布洛芬数量', typed);
  expect(phone.heard).toEqual([{ type: 'change', detail: { value } }]);
});

test('a button at its bound is read as disabled, and the limit is emphasised once it is reached', async () => {
  const phone = await open(6);
  expect(phone.find('增加布洛芬数量').getAttribute('aria-disabled')).toBe('true');
  expect(phone.find('减少布洛芬数量').getAttribute('aria-disabled')).toBe('false');
  const limit = () => String(phone.find('一个疗程最多6粒。').getAttribute('class'));
  expect(limit()).not.toContain('met');
  await phone.tap('增加布洛芬数量');
  expect(limit()).toContain('met');
});
