import { campaign } from './fixtures';
import { mount } from './mount';

const list = '<catalogue-list campaign="{{campaign}}" picked="{{picked}}" bind:pick="heard" />';
const search = '药名或牌子';
const open = (picked: string[] = []) => mount(list, { data: { campaign, picked } });

test('every item of the catalogue can be tapped, and a tap answers its code', async () => {
  const phone = await open();
  for (const { name } of campaign.catalogue) expect(phone.has(name)).toBe(true);
  await phone.tap('布洛芬混悬液（儿童）');
  expect(phone.heard).toEqual([{ type: 'pick', detail: { code: 'ibuprofen-suspension' } }]);
});

test('a picked item is marked as picked', async () => {
  const phone = await open(['ibuprofen']);
  expect(phone.find('布洛芬（胶囊、片）,已选').getAttribute('role')).toBe('checkbox');
});

test('a brand finds its item and hides others', async () => {
  const phone = await open();
  await phone.type(search, '美林');
  expect(phone.text()).toMatch(/^找到的布洛芬混悬液（儿童）/);
  for (const { name } of campaign.catalogue.filter(({ kind }) => kind === 'supply'))
    expect(phone.has(name)).toBe(false);
});

test('a medicine that may not be listed is refused with its reason', async () => {
  const phone = await open();
  await phone.type(search, '阿莫西林');
  expect(phone.text()).toContain('抗生素是处方药');
});
