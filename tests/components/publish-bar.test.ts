import { mount } from './mount';

const bar = '<publish-bar text="发布求助" busy="{{busy}}" disabled="{{disabled}}" bind:go="heard" />';

test.each([
  ['answers a tap', { busy: false, disabled: false }, [{ type: 'go' }]],
  ['answers none while it is busy', { busy: true, disabled: false }, []],
  ['answers none while it is disabled', { busy: false, disabled: true }, []],
])('the main action %s', async (_what, data, heard) => {
  const phone = await mount(bar, { data });
  await phone.tap('发布求助');
  expect(phone.heard).toEqual(heard);
});
