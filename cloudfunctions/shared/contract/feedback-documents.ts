import { z } from 'zod';
import { HexId } from './ids';

/** What a message to the operators is about. */
export const FeedbackKind = z.enum(['how', 'broken', 'account', 'medicine', 'other']);
export type FeedbackKind = z.infer<typeof FeedbackKind>;

/** Collection `feedback`: a message to the operators, and their answer. The id follows from author, day and number. */
export const FeedbackDocument = z.strictObject({
  _id: HexId,
  /** A person, or an account that has none. */
  author: z.string().min(1).max(128),
  isForAccount: z.boolean(),
  kind: FeedbackKind,
  text: z.string().max(300),
  /** The error from whose screen it was written; null when there was none. */
  error: z.string().max(40).nullable(),
  state: z.enum(['waiting', 'answered']),
  atMs: z.int(),
  answer: z.string().max(300).nullable(),
  answeredAtMs: z.int().nullable(),
  revision: z.int(),
});
export type FeedbackDocument = z.infer<typeof FeedbackDocument>;

/**
 * Collection `missingNames`: a name that people looked for and that is not listed; the id is the name's keyed hash. What one person typed
 * may be anything, so the name itself is stored only once enough people have typed it.
 */
export const MissingNameDocument = z.strictObject({
  _id: HexId,
  name: z.string().max(20).nullable(),
  /** Each a keyed hash of person and name, which leads to neither. */
  people: z.array(HexId).max(200),
  count: z.int(),
  /** When it was last counted. */
  atMs: z.int(),
  revision: z.int(),
});
export type MissingNameDocument = z.infer<typeof MissingNameDocument>;
