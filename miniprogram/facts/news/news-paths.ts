import { newsWords } from './news-kinds';
import type { NewsFacts, NewsKind, NewsPage } from './news-kinds';

/** What news is about. */
interface About {
  postId: string | null;
  grantId: string | null;
  facts: Pick<NewsFacts, 'codes'>;
}

/** What a tap on news opens, in the inbox and on the notification. */
export const newsPath = (kind: NewsKind, about: About): string => paths[newsWords(kind).opens](about);

const paths: Readonly<Record<NewsPage, (about: About) => string>> = {
  post: ({ postId }) => `/packages/post/pages/post/post?id=${postId ?? ''}`,
  callers: () => '/packages/trust/pages/callers/callers',
  talk: ({ grantId }) => `/packages/trust/pages/talk/talk?id=${grantId ?? ''}`,
  contacts: () => '/packages/trust/pages/contacts/contacts',
  help: () => '/packages/help/pages/help/help?own=1',
  verify: () => '/packages/trust/pages/verify/verify',
  operations: () => '/packages/achieved/pages/operations/operations',
  'my-data': () => '/packages/trust/pages/my-data/my-data',
  'spare-form': ({ facts }) =>
    `/packages/publish/pages/publish-spare/publish-spare?items=${facts.codes.join(',')}`,
};
