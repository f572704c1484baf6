import { z } from 'zod';
import { defineCall } from './call';
import { HexId } from './ids';
import { NewsDocument } from './news-document';
import { SubscriptionDocument, TemplateNames } from './subscription-document';

/** A piece of news as its reader sees it. */
export const News = NewsDocument.pick({
  kind: true,
  postId: true,
  grantId: true,
  facts: true,
  atMs: true,
}).extend({
  id: HexId,
  isRead: z.boolean(),
});
export type News = z.infer<typeof News>;

/** The caller's news, the newest first; at most 100. A guest has none. */
export const mine = defineCall({
  input: z.strictObject({}),
  output: z.strictObject({ news: z.array(News), nowMs: z.int() }),
  errors: [],
  who: ['guest'],
});

/** Marks these pieces of the caller's news as read. Those of another person stay as they are. */
export const markRead = defineCall({
  input: z.strictObject({ ids: z.array(HexId).min(1).max(100) }),
  output: z.strictObject({ unread: z.int() }),
  errors: [],
  who: ['guest'],
});

/** The number of things that wait for the caller, on any phone. */
export const waiting = defineCall({
  input: z.strictObject({}),
  output: z.strictObject({
    /** Unread news; requests to call back are counted apart. */
    unread: z.int(),
    callBacks: z.int(),
    isMember: z.boolean(),
    /** What a tap may ask the person to accept. */
    templates: z.array(z.strictObject({ name: TemplateNames, id: z.string() })),
  }),
  errors: [],
  who: ['guest'],
});

/** Counts what the person accepted on this phone: one acceptance is one message of that template. */
export const accepted = defineCall({
  input: z.strictObject({ templates: z.array(TemplateNames).min(1).max(3) }),
  output: z.strictObject({
    /** How many messages of each template may still be sent to this account. */
    left: SubscriptionDocument.shape.left,
  }),
  errors: ['sign-in-required'],
  who: ['guest'],
});

export const newsCalls = { mine, markRead, waiting, accepted };
