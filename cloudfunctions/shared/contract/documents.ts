import { z } from 'zod';
import { Board, Group, PostStatus } from './board';
import { Adcode, Point } from './place';
import { Beneficiary, PostId, Portions, SpareItem } from './post';

/** A person: one ID, however many accounts. The id is a keyed hash of the ID number, never the number. */
export const PersonId = z.string().regex(/^[0-9a-f]{32}$/);
export type PersonId = z.infer<typeof PersonId>;

/** Collection `posts`. Times are milliseconds since the epoch. */
export const PostDocument = z.strictObject({
  _id: PostId,
  board: Board,
  status: PostStatus,
  ownerId: PersonId,
  /** Masked, 李*. */
  ownerName: z.string().max(20),
  items: z.array(SpareItem).min(1).max(10),
  /** Codes of `items`, for the index. */
  itemCodes: z.array(z.string()).min(1).max(10),
  portions: Portions.nullable(),
  source: z.string().nullable(),
  beneficiary: Beneficiary,
  groups: z.array(Group),
  /** 1 when `groups` is not empty: the post stands first within its distance band or hour. */
  priority: z.union([z.literal(0), z.literal(1)]),
  note: z.string(),
  publicPoint: Point,
  districtCode: Adcode,
  cityCode: Adcode,
  provinceCode: Adcode,
  regionLabel: z.string(),
  publishedAtMs: z.int(),
  /** Sorts by hour, then priority, then time: see `timeRank` in domain/time-rank.ts. */
  timeRank: z.int(),
  expiresAtMs: z.int(),
  /** When it left the board; null while it is open. */
  closedAtMs: z.int().nullable(),
});
export type PostDocument = z.infer<typeof PostDocument>;

/** Collection `members`: one WeChat account that passed verification. `_id` is the openid. */
export const MemberDocument = z.strictObject({
  _id: z.string().min(1).max(64),
  personId: PersonId,
  maskedName: z.string().max(20),
  role: z.enum(['member', 'volunteer', 'operator']),
  verifiedAtMs: z.int(),
});
export type MemberDocument = z.infer<typeof MemberDocument>;

/**
 * Collection `persons`: what belongs to the human being rather than to an account. Writing it in a transaction is
 * what puts one person's simultaneous actions into an order.
 */
export const PersonDocument = z.strictObject({
  _id: PersonId,
  /** Public points in use, the latest last: posts from about the same spot share one. */
  publicPoints: z.array(Point).max(50),
  /** Raised by every ordered action. */
  revision: z.int(),
});
export type PersonDocument = z.infer<typeof PersonDocument>;
