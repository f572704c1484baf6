import type { NewsFacts } from '../../../facts/news/news-kinds';
import { newsWords } from '../../../facts/news/news-kinds';
import { newsPath } from '../../../facts/news/news-paths';
import { agoText } from '../../../presenters/time/time-text';
import type { News } from '../model/news';
import { listed, say, translatedList } from '../../../facts/words/say';

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
  const read = inLanguage(facts);
  const row = { title: words.title(read), text: words.text(read), agoText: agoText(atMs, nowMs) };
  const label = listed([...(isRead ? [] : [say('新消息')]), row.title, row.text, row.agoText], '，');
  return { id, isNew: !isRead, ...row, label, url: newsPath(kind, { postId, grantId, facts }) };
}

/** The cloud keeps the names of items, and how far a post is, in Chinese. */
const inLanguage = (facts: NewsFacts): NewsFacts => ({
  ...facts,
  summary: translatedList(facts.summary),
  place:
    facts.place?.replace(/，(\d+) 公里内$/, (_, kilometres: string) => say`，${kilometres} 公里内`) ?? null,
});
