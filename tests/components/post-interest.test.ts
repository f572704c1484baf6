import { interestText } from '../../miniprogram/presenters/post/interest-text';
import { mount } from './mount';

const open = (interest: { open: number; waiting: number } | undefined) =>
  mount('<post-interest text="{{text}}" />', { data: { text: interestText(interest) } });

test('people that wait are shown with the way to them', async () => {
  const phone = await open({ open: 2, waiting: 1 });
  expect(phone.text()).toBe('2位拿到了隐私号码，可能会打给您1位在等您回电去回电');
  await phone.tap('去回电');
  expect(phone.asked).toEqual([
    { name: 'navigateTo', options: { url: '/packages/trust/pages/call-backs/call-backs' } },
  ]);
});

test('a post without interest shows nothing', async () => {
  const phone = await open(undefined);
  expect(phone.text()).toBe('');
});
