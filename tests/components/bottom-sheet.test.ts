import { mount } from './mount';

const sheet = `<bottom-sheet visible="{{visible}}" title="筛选" done-text="{{doneText}}" aside-text="清空" busy="{{busy}}"
  bind:done="heard" bind:aside="heard" bind:close="heard"><view>内容</view></bottom-sheet>`;
const data = { visible: true, doneText: '确定', busy: false };

test('an open sheet shows its title, its content and its buttons', async () => {
  const phone = await mount(sheet, { data });
  for (const words of ['筛选', '内容', '确定', '清空']) expect(phone.has(words)).toBe(true);
});

test.each([
  ['确定', 'done'],
  ['清空', 'aside'],
  ['关闭', 'close'],
])('a tap on %s answers %s', async (words, type) => {
  const phone = await mount(sheet, { data });
  await phone.tap(words);
  expect(phone.heard).toEqual([{ type }]);
});

test('a busy sheet ignores taps on its button', async () => {
  const phone = await mount(sheet, { data: { ...data, busy: true } });
  await phone.tap('确定');
  expect(phone.heard).toEqual([]);
});

test('a sheet without a button text has no button', async () => {
  const phone = await mount(sheet, { data: { ...data, doneText: '' } });
  expect(phone.has('确定')).toBe(false);
});
