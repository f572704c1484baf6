import type { z } from 'zod';
import { contactCalls } from './contact-calls';
import { identityCalls } from './identity-calls';
import { moderationCalls } from './moderation-calls';
import { newsCalls } from './news-calls';
import { postsCalls } from './posts-calls';
import { searchCalls } from './search-calls';
import { shareCalls } from './share-calls';

/** Every call of every cloud function: the only place in which client and functions agree on them. */
export const contract = {
  search: searchCalls,
  posts: postsCalls,
  identity: identityCalls,
  contact: contactCalls,
  moderation: moderationCalls,
  share: shareCalls,
  news: newsCalls,
} as const;
export type Contract = typeof contract;

export type FunctionName = keyof Contract;
export type CallName<F extends FunctionName> = keyof Contract[F] & string;

/** What a client passes: fields with a default may be left out. */
export type CallInput<F extends FunctionName, C extends CallName<F>> = Contract[F][C] extends {
  input: infer I extends z.ZodType;
}
  ? z.input<I>
  : never;

/** What a client gets. */
export type CallOutput<F extends FunctionName, C extends CallName<F>> = Contract[F][C] extends {
  output: infer O extends z.ZodType;
}
  ? z.output<O>
  : never;
