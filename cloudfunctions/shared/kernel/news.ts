import { messageOf, type NewsKind } from '@facts/news/news-kinds';
import type { NewsDocument, NewsFacts } from '../contract/news-document';
import { keyedId } from './keyed-hash';

/** A piece of news before it is written. */
export interface NewNews {
  to: { personId: string } | { account: string };
  /** The event itself: the same cause makes the same news. */
  cause: string;
  postId?: string;
  grantId?: string;
  facts: Partial<NewsFacts>;
  atMs: number;
}

/** Builds news for `addNews`. */
export function newsOf(kind: NewsKind, { to, cause, postId, grantId, facts, atMs }: NewNews): NewsDocument {
  const isForAccount = 'account' in to;
  const recipient = isForAccount ? to.account : to.personId;
  const whole: NewsFacts = { ...noFacts, ...facts };
  return {
    _id: keyedId('news', recipient, kind, cause),
    recipient,
    isForAccount,
    kind,
    postId: postId ?? null,
    grantId: grantId ?? null,
    facts: whole,
    atMs,
    readAtMs: null,
    sending: messageOf(kind, whole, atMs) ? 'due' : 'unsent',
  };
}

const noFacts: NewsFacts = {
  board: null,
  summary: '',
  name: null,
  number: null,
  count: null,
  untilMs: null,
  choice: null,
  place: null,
  codes: [],
  text: null,
};
