import type { newsCalls } from '../shared/contract/news-calls';
import type { NewsDocument } from '../shared/contract/news-document';
import { countUnreadNews, markNewsRead, newsFor } from '../shared/adapters/news-store';
import type { OpenUseCase, Output } from '../shared/kernel/procedure';
import { recipientsOf } from './recipients';

export const listNews: OpenUseCase<typeof newsCalls.mine> = async (_input, { actor, nowMs }) => {
  const recipients = recipientsOf(await actor());
  const news = recipients.length === 0 ? [] : await newsFor(recipients);
  return { news: news.map(newsView), nowMs };
};

export const markRead: OpenUseCase<typeof newsCalls.markRead> = async ({ ids }, { actor, nowMs }) => {
  const recipients = recipientsOf(await actor());
  if (recipients.length === 0) return { unread: 0 };
  await markNewsRead(recipients, ids, nowMs);
  return { unread: await countUnreadNews(recipients) };
};

const newsView = ({
  _id: id,
  kind,
  postId,
  grantId,
  facts,
  atMs,
  readAtMs,
}: NewsDocument): Output<typeof newsCalls.mine>['news'][number] => ({
  id,
  kind,
  postId,
  grantId,
  facts,
  atMs,
  isRead: readAtMs !== null,
});
