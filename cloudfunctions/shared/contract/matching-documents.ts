import { z } from 'zod';
import { Board } from './board';
import { PersonId } from './documents';
import { HexId } from './ids';
import { Point } from './place';
import { PostId } from './post';

/**
 * Collection `alerts`: a person waits for posts of a board with these items near a cell. The id follows from all of them, so
 * that the same wish is one.
 */
export const AlertDocument = z.strictObject({
  _id: HexId,
  ownerId: PersonId,
  /** The board that is watched: `spare` by somebody who looks for medicine, `need` by somebody who has it. */
  board: Board,
  itemCodes: z.array(z.string()).min(1).max(5),
  /** The middle of the cell; nothing narrower is kept. */
  publicPoint: Point,
  regionLabel: z.string(),
  untilMs: z.int(),
});
export type AlertDocument = z.infer<typeof AlertDocument>;

/** Collection `rounds`: how far the search for people whom a post may help has come; `_id` is the post's. */
export const RoundDocument = z.strictObject({
  _id: PostId,
  board: Board,
  /** Index of the ring, in `ringMeters`, that is searched now. */
  ring: z.int(),
  /** How many may still be notified in this wave; null between waves. */
  left: z.int().nullable(),
  /** Whether this wave has notified anybody. */
  hasTold: z.boolean(),
  /** When it goes on; null when it is over. */
  nextAtMs: z.int().nullable(),
  startedAtMs: z.int(),
  revision: z.int().default(0),
});
export type RoundDocument = z.infer<typeof RoundDocument>;

/** Collection `cursors`: how far a timer has read. */
export const CursorDocument = z.strictObject({
  _id: z.string(),
  afterMs: z.int(),
  revision: z.int().default(0),
});
export type CursorDocument = z.infer<typeof CursorDocument>;
