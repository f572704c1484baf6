import { openPage } from './mount';

const guide = 'packages/guide/pages/guide/guide';
const medicine = 'packages/guide/pages/medicine/medicine';
const drawer = 'packages/guide/pages/drawer/drawer';

test('the guide opens without a request, and says that no pharmacist signed it', async () => {
  const phone = await openPage(guide, {});
  expect(phone.calls).toEqual([]);
  expect(phone.has('这些内容还没有药师签字。每条都写了出处，请以药品说明书为准。')).toBe(false);
  expect(phone.text()).toContain('这些内容还没有药师签字');
  expect(phone.text()).toContain('什么时候不能等');
});

test('a symptom leads to its medicines, and a medicine to its page', async () => {
  const phone = await openPage(guide, {});
  await phone.tap('腹泻');
  expect(phone.has('蒙脱石散')).toBe(true);
  expect(phone.has('布洛芬（胶囊、片）')).toBe(false);
  await phone.tap('蒙脱石散');
  expect(phone.asked.at(-1)).toMatchObject({
    name: 'navigateTo',
    options: { url: '/packages/guide/pages/medicine/medicine?code=montmorillonite' },
  });
});

test("a medicine gives its label's dose for an age and a weight, and names a doctor otherwise", async () => {
  const phone = await openPage(`${medicine}?code=ibuprofen-suspension`, {});
  expect(phone.text()).toContain('体重10～15公斤，一次4毫升');
  await phone.type('几岁', '3');
  expect(phone.has('这个药按体重算，请填体重。')).toBe(true);
  await phone.type('体重多少公斤', '14');
  expect(phone.has('一次 4毫升，24小时最多 16毫升')).toBe(true);
  await phone.type('体重多少公斤', '60');
  expect(phone.has('说明书没有写这个体重怎么吃：请问医生，不要自己算。')).toBe(true);
  expect(phone.text()).toContain('怀孕时不要吃布洛芬');
});

test('a medicine without a leaflet is marked and gives no number', async () => {
  const phone = await openPage(`${medicine}?code=ibuprofen-drops`, {});
  expect(phone.has('待核实')).toBe(true);
});

test('two medicines of the drawer with one substance are not to be taken together', async () => {
  const phone = await openPage(drawer, {});
  for (const name of ['必理通', '感康']) {
    await phone.type('药名，如 感康', name);
    await phone.tap(`加上${name}`);
  }
  expect(phone.text()).toContain('必理通和感康：不能一起吃');
  await phone.tap('去掉感康');
  expect(phone.text()).not.toContain('不能一起吃');
});
