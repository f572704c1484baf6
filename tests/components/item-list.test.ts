import { itemRows } from '../../miniprogram/packages/publish/presenters/item-rows';
import { expiryWheels } from '../../miniprogram/packages/publish/presenters/expiry-months';
import { campaign } from './fixtures';
import { mount } from './mount';

const list = `<item-list rows="{{rows}}" spare="{{spare}}" add-text="添加能送的药" wheels="{{wheels}}"
  bind:add="heard" bind:remove="heard" bind:change="heard" />`;
const items = [{ code: 'ibuprofen', quantity: 4, unit: '粒' }];
const name = '布洛芬（胶囊、片）';
const open = (spare: boolean, errors: Record<string, string> = {}) =>
  mount(list, {
    data: {
      rows: itemRows(items, campaign.catalogue, errors, { isSpare: spare, ill: 1 }),
      spare,
      wheels: expiryWheels(Date.UTC(2022, 11, 20)),
    },
  });

test('an item is removed and another added by taps', async () => {
  const phone = await open(true);
  await phone.tap(`去掉${name}`);
  await phone.tap('添加能送的药');
  expect(phone.heard).toEqual([{ type: 'remove', detail: { code: 'ibuprofen' } }, { type: 'add' }]);
});

test('unit and packaging are answered with the code of their item', async () => {
  const phone = await open(true);
  await phone.tap('片');
  await phone.tap('整盒未拆');
  expect(phone.heard).toEqual([
    { type: 'change', detail: { code: 'ibuprofen', change: { unit: '片' } } },
    { type: 'change', detail: { code: 'ibuprofen', change: { packaging: 'sealed' } } },
  ]);
});

test('an approval number is answered as the box prints it', async () => {
  const phone = await open(true);
  await phone.type('如 H20013062', 'h20013062');
  const change = { approvalNumber: '国药准字H20013062' };
  expect(phone.heard).toEqual([{ type: 'change', detail: { code: 'ibuprofen', change } }]);
});

test('a need asks for neither expiry nor packaging', async () => {
  const phone = await open(false);
  expect(phone.text()).not.toMatch(/有效期|包装|国药准字/);
});

test('an error is shown at its item', async () => {
  const phone = await open(true, { 'items.0.expiresOn': '请填写有效期。' });
  expect(phone.find('请填写有效期。').getAttribute('role')).toBe('alert');
});

test.each([
  [1, false, '一人最多 6 粒，够一个疗程', 6],
  [3, false, '一人最多 6 粒，3 人最多 18 粒，够一个疗程', 18],
  [3, true, '每份最多 6 粒，够一个疗程', 6],
])('for %s who are ill, a spare: %s, the form says %s', (ill, isSpare, limitText, maximum) => {
  const [row] = itemRows(items, campaign.catalogue, {}, { isSpare, ill });
  expect(row).toMatchObject({ limitText, maximum });
});

test('while nothing is chosen, what most people look for is one tap away', async () => {
  const wanted = [{ code: 'ibuprofen', name: '布洛芬' }];
  const chips = (rows: object[]) =>
    mount('<item-list rows="{{rows}}" wanted="{{wanted}}" add-text="添加" bind:pick="heard" />', {
      data: { rows, wanted },
    });
  const phone = await chips([]);
  await phone.tap('加布洛芬');
  expect(phone.heard).toEqual([{ type: 'pick', detail: { code: 'ibuprofen' } }]);
  const chosen = itemRows(items, campaign.catalogue, {}, { isSpare: false, ill: 1 });
  expect((await chips(chosen)).has('加布洛芬')).toBe(false);
});
