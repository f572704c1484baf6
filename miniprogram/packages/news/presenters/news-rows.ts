import { newsWords } from '../../../facts/news/news-kinds';
import { newsPath } from '../../../facts/news/news-paths';
import { agoText } from '../../../presenters/time/time-text';
import type { News } from '../model/news';

/** A piece of news as it is listed. */
export interface NewsRow {
  id: string;
  isNew: boolean;
  title: string;
  text: string;
  agoText: string;
  /** All of it, for those who hear it. */
  label: string;
  /** What a tap opens. */
  url: string;
}

/** `nowMs` is the server's clock. */
export function newsRow(
  { id, kind, postId, grantId, facts, atMs, isRead }: News['news'][number],
  nowMs: number,
): NewsRow {
  const words = newsWords(kind);
  const row = { title: words.title(facts), text: words.text(facts), agoText: agoText(atMs, nowMs) };
  const label = [...(isRead ? [] : ['新消息']), row.title, row.text, row.agoText].join('，');
  return { id, isNew: !isRead, ...row, label, url: newsPath(kind, { postId, grantId, facts }) };
}
