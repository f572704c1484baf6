import { campaign } from './fixtures';
import { mount } from './mount';

const sheet = `<filter-sheet visible="{{visible}}" campaign="{{campaign}}" filter="{{filter}}" scopes="{{scopes}}"
  bind:apply="heard" bind:close="heard" />`;
const filter = { items: ['ibuprofen'], groups: ['elderly'], within: '' };
const scopes = [
  { code: '', name: '不限' },
  { code: '430100', name: '只看长沙市' },
];

async function open() {
  const phone = await mount(sheet, { data: { visible: false, campaign, filter, scopes } });
  await phone.set({ visible: true });
  return phone;
}

test('taps change a copy of the filter, and the button answers the copy', async () => {
  const phone = await open();
  await phone.tap('布洛芬混悬液');
  await phone.tap('只看长沙市');
  await phone.tap('老人');
  await phone.tap('确定（2）');
  const changed = { items: ['ibuprofen', 'ibuprofen-suspension'], groups: [], within: '430100' };
  expect(phone.heard).toEqual([{ type: 'apply', detail: { filter: changed } }]);
});

test('clearing empties all of it', async () => {
  const phone = await open();
  await phone.tap('清空');
  await phone.tap('确定');
  expect(phone.heard).toEqual([{ type: 'apply', detail: { filter: { items: [], groups: [], within: '' } } }]);
});

test('a sheet that was closed with changes opens again without them', async () => {
  const phone = await open();
  await phone.tap('只看长沙市');
  await phone.tap('关闭');
  await phone.set({ visible: false });
  await phone.set({ visible: true });
  await phone.tap('确定（1）');
  expect(phone.heard.map(({ type }) => type)).toEqual(['close', 'apply']);
  expect(phone.heard[1]?.detail).toEqual({ filter });
});
