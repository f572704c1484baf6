import { z } from 'zod';
import { defineCall } from './call';
import { HexId } from './ids';
import { NewsDocument } from './news-document';

/** A piece of news as its reader gets it. */
export const News = NewsDocument.pick({ kind: true, postId: true, facts: true, atMs: true }).extend({
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

/** Notes that these pieces of the caller's news were read. What is another person's is left as it is. */
export const markRead = defineCall({
  input: z.strictObject({ ids: z.array(HexId).min(1).max(100) }),
  output: z.strictObject({ unread: z.int() }),
  errors: [],
  who: ['guest'],
});

/** How much waits for the caller, on whatever phone. */
export const waiting = defineCall({
  input: z.strictObject({}),
  output: z.strictObject({
    /** News that was not read; requests to call back are counted apart. */
    unread: z.int(),
    callBacks: z.int(),
    isMember: z.boolean(),
  }),
  errors: [],
  who: ['guest'],
});

export const newsCalls = { mine, markRead, waiting };
