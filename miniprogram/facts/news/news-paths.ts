import { newsWords } from './news-kinds';
import type { NewsKind, NewsPage } from './news-kinds';

/** What news is about, by id. */
interface About {
  postId: string | null;
  grantId: string | null;
}

/** What a tap on news opens, in the inbox and on the notification. */
export const newsPath = (kind: NewsKind, about: About): string => paths[newsWords(kind).opens](about);

const paths: Readonly<Record<NewsPage, (about: About) => string>> = {
  post: ({ postId }) => `/packages/post/pages/post/post?id=${postId ?? ''}`,
  callers: () => '/packages/trust/pages/callers/callers',
  talk: ({ grantId }) => `/packages/trust/pages/talk/talk?id=${grantId ?? ''}`,
  contacts: () => '/packages/trust/pages/contacts/contacts',
  verify: () => '/packages/trust/pages/verify/verify',
};
