import { z } from 'zod';
import { PostId } from '../shared/contract/post';
import type { Refuse } from '../shared/kernel/refuse';

const priority = z.union([z.literal(0), z.literal(1)]);

/**
 * The end of the previous page, for each sort. We make it, the client carries it, and it is checked when it comes back.
 */
const Cursor = z.discriminatedUnion('sort', [
  z.strictObject({
    sort: z.literal('distance'),
    id: PostId,
    priority,
    meters: z.number().min(0),
    dense: z.boolean(),
    /** The part of a board of spares that it is in; absent in the first, and on other boards. */
    part: z.literal('other').optional(),
  }),
  z.strictObject({ sort: z.literal('time'), id: PostId, timeRank: z.int(), segment: z.int().min(0).max(2) }),
]);
export type Cursor = z.infer<typeof Cursor>;
export type CursorOf<S extends Cursor['sort']> = Extract<Cursor, { sort: S }>;

export const writeCursor = (cursor: Cursor): string =>
  Buffer.from(JSON.stringify(cursor)).toString('base64url');

/** Reads a cursor of this sort. Anything else is the client's mistake. */
export function readCursor<S extends Cursor['sort']>(
  text: string | undefined,
  sort: S,
  refuse: Refuse<'invalid-input'>,
): CursorOf<S> | null {
  if (text === undefined) return null;
  const parsed = Cursor.safeParse(jsonOrNull(Buffer.from(text, 'base64url').toString()));
  if (parsed.success && isOf(parsed.data, sort)) return parsed.data;
  throw refuse('invalid-input', { field: 'cursor' });
}

const isOf = <S extends Cursor['sort']>(cursor: Cursor, sort: S): cursor is CursorOf<S> =>
  cursor.sort === sort;

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
