import { answers, aPieceOfNews, nothingWaits, nowMs } from './fixtures';
import { openPage } from './mount';

const page = 'packages/news/pages/news/news';
const functions = {
  'news.mine': answers({
    news: [aPieceOfNews, { ...aPieceOfNews, id: 'd'.repeat(32), isRead: true }],
    nowMs,
  }),
  'news.markRead': answers({ unread: 0 }),
  'news.waiting': answers(nothingWaits),
};

test('news says which number will call, and counts as read once it is shown', async () => {
  const phone = await openPage(page, { functions });
  expect(phone.text()).toContain('赵*可能会用17000000001打给您');
  expect(phone.calls).toContainEqual({ name: 'news.markRead', input: { ids: [aPieceOfNews.id] } });
});

test('a tap opens what the news is about', async () => {
  const phone = await openPage(page, { functions });
  await phone.tap('有人想要您的布洛芬');
  expect(phone.asked).toContainEqual({
    name: 'navigateTo',
    options: { url: `/packages/trust/pages/talk/talk?id=${aPieceOfNews.grantId}` },
  });
});
