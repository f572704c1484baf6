import { interestText } from '../../miniprogram/presenters/post/interest-text';
import { mount } from './mount';

const open = (interest: Parameters<typeof interestText>[0]) =>
  mount('<post-interest text="{{text}}" />', { data: { text: interestText(interest, 'spare') } });

test('people that wait are shown with the way to them', async () => {
  const phone = await open({ open: 2, waiting: 1, unread: 3, received: 0 });
  expect(phone.text()).toBe('1位在等您回电去回电3位给您发了消息去看看2位拿到了隐私号码，可能会打给您看是谁');
  await phone.tap('去回电');
  expect(phone.asked).toEqual([
    { name: 'navigateTo', options: { url: '/packages/trust/pages/callers/callers' } },
  ]);
});

test('a post without interest shows nothing', async () => {
  const phone = await open(undefined);
  expect(phone.text()).toBe('');
});
