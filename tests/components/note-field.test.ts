import { mount } from './mount';

const field = `<note-field note="{{note}}" maximum="{{maximum}}" placeholder="写几句" examples="{{examples}}"
  bind:change="heard" />`;
const open = (note: string, maximum = 200) =>
  mount(field, { data: { note, maximum, examples: ['老人发烧了。', '我可以自己来取。'] } });

test('typed words are answered', async () => {
  const phone = await open('');
  await phone.type('写几句', '孩子高烧');
  expect(phone.heard).toEqual([{ type: 'change', detail: { note: '孩子高烧' } }]);
});

test('a tapped beginning is put behind what is written', async () => {
  const phone = await open('急需。');
  await phone.tap('我可以自己来取。');
  expect(phone.heard).toEqual([{ type: 'change', detail: { note: '急需。我可以自己来取。' } }]);
});

test('a beginning that no longer fits is cut', async () => {
  const phone = await open('急需。', 6);
  await phone.tap('老人发烧了。');
  expect(phone.heard).toEqual([{ type: 'change', detail: { note: '急需。老人发' } }]);
});

test('a phone number is listed while it is typed, and one tap takes it out', async () => {
  const phone = await open('老人发烧39度，我的电话13812345678，谢谢');
  expect(phone.text()).toContain('13812345678');
  expect(phone.text()).toContain('手机号');
  await phone.tap('一键去掉');
  expect(phone.heard).toEqual([{ type: 'change', detail: { note: '老人发烧39度，谢谢' } }]);
});

test('a note without anything to take out shows no list', async () => {
  const phone = await open('老人发烧39.4度，吃过头孢，求4粒，跑腿费我出');
  expect(phone.text()).not.toContain('去掉');
});

test("a compound's name is questioned once and may stay", async () => {
  const phone = await open('送到阳光花园门口');
  expect(phone.text()).toContain('不写小区名也找得到您');
  await phone.tap('就这样写');
  expect(phone.text()).not.toContain('阳光花园”');
  expect(phone.heard).toEqual([]);
});
