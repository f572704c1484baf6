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

test('a beginning that does not fit any more is cut', async () => {
  const phone = await open('急需。', 6);
  await phone.tap('老人发烧了。');
  expect(phone.heard).toEqual([{ type: 'change', detail: { note: '急需。老人发' } }]);
});
