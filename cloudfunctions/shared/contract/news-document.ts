import { newsKinds, type NewsKind } from '@facts/news/news-kinds';
import { z } from 'zod';
import { Board } from './board';
import { HexId } from './ids';
import { Code } from './medicine-rules';
import { PostId } from './post';

export const NewsKinds = z.enum(Object.keys(newsKinds) as [NewsKind, ...NewsKind[]]);

/** The parts from which the words of news are made (facts/news/news-kinds.ts). */
export const NewsFacts = z.strictObject({
  board: Board.nullable().default(null),
  summary: z.string().max(200).default(''),
  name: z.string().max(20).nullable().default(null),
  number: z.string().max(20).nullable().default(null),
  count: z.int().nullable().default(null),
  untilMs: z.int().nullable().default(null),
  choice: z.string().max(40).nullable().default(null),
  place: z.string().max(60).nullable().default(null),
  codes: z.array(Code).max(10).default([]),
  text: z.string().max(300).nullable().default(null),
});
export type NewsFacts = z.infer<typeof NewsFacts>;

/**
 * Collection `news`: one piece of news for one person. The id follows from recipient, kind and cause, so that one cause
 * makes one piece of news even if its event is repeated.
 */
export const NewsDocument = z.strictObject({
  _id: HexId,
  /** A person, or an account that has none. */
  recipient: z.string().min(1).max(128),
  isForAccount: z.boolean(),
  kind: NewsKinds,
  /** Removed with this post. */
  postId: PostId.nullable(),
  /** Removed with this contact, because it may name the other side. */
  grantId: HexId.nullable(),
  facts: NewsFacts,
  atMs: z.int(),
  readAtMs: z.int().nullable(),
  /**
   * How far it is on its way to a phone. due: not tried · claimed: being sent, or its run was cut short and the phone may have it ·
   * sent · refused: the person takes no messages · failed: WeChat refused the message · unsent: no message was due.
   */
  sending: z.enum(['due', 'claimed', 'sent', 'refused', 'failed', 'unsent']).default('unsent'),
});
export type NewsDocument = z.infer<typeof NewsDocument>;
