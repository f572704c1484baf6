import { mount } from './mount';

const chips = `<choice-chips options="{{options}}" chosen="{{chosen}}" multiple="{{multiple}}" label="给谁用"
  bind:change="heard" />`;
const options = [
  { code: 'child', name: '儿童', hint: '1岁到14岁' },
  { code: 'elderly', name: '老人' },
];
const open = (chosen: string[], multiple: boolean) => mount(chips, { data: { options, chosen, multiple } });

test('options are shown with their hints, and the chosen ones carry a tick', async () => {
  const phone = await open(['elderly'], true);
  expect(phone.text()).toBe('儿童1岁到14岁老人');
  const chips = [...phone.find('给谁用').querySelectorAll('[role="checkbox"]')];
  const ticks = chips.map((chip) => [...chip.querySelectorAll('.t-icon')].length);
  expect(ticks).toEqual([0, 1]);
});

test.each([
  ['one of several is added', ['elderly'], true, '儿童', ['elderly', 'child']],
  ['one of several is taken out', ['elderly', 'child'], true, '儿童', ['elderly']],
  ['the only one is replaced', ['elderly'], false, '儿童', ['child']],
])('%s by a tap', async (_what, chosen, multiple, words, expected) => {
  const phone = await open(chosen, multiple);
  await phone.tap(words);
  expect(phone.heard).toEqual([{ type: 'change', detail: { chosen: expected } }]);
});
