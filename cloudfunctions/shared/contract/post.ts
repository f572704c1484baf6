import { z } from 'zod';
import { Board, PostStatus } from './board';
import { HexId } from './ids';
import { mostPhotos, ShownPhoto } from './photo';
import { Adcode, Coordinates } from './place';
import { PostBody, SpareItem } from './post-body';
import { OwnersReview } from './review';

/** What the owner of an open post is asked: whether a spare is really gone or still there, or whether a need is still one. */
export const PostQuestion = z.strictObject({
  kind: z.enum(['gone', 'still-there', 'still-needed']),
  askedAtMs: z.int(),
});
export type PostQuestion = z.infer<typeof PostQuestion>;

export const PostId = HexId;
export type PostId = z.infer<typeof PostId>;

/** What the viewer may do with a post now. Screens draw their buttons from this and from nothing else. */
export const PostPermissions = z.strictObject({
  contact: z.boolean(),
  renew: z.boolean(),
  withdraw: z.boolean(),
  give: z.boolean(),
  /** Take the last 送出 back. */
  undoGift: z.boolean(),
  fulfil: z.boolean(),
  /** Answer the question: there is still some, or it is still needed. */
  keep: z.boolean(),
  /** Change it and send it again: a post that is open, waits, was refused, or is to be corrected. */
  correct: z.boolean(),
  /** Ask for another volunteer's look at a refusal; once. */
  appeal: z.boolean(),
  /** With the `reportToken` of the opened post. */
  report: z.boolean(),
});
export type PostPermissions = z.infer<typeof PostPermissions>;

/** The public form of a post. It holds no openid, no phone and no picked point. */
export const Post = z.strictObject({
  id: PostId,
  board: Board,
  status: PostStatus,
  ...PostBody.shape,
  /**
   * Whether it is for any vulnerable group. Guests see only this, not which group: `groups` is empty for them.
   */
  priority: z.boolean(),
  /** Names are the catalogue's. */
  items: z.array(SpareItem.extend({ name: z.string() })),
  /** The district of the public point, and its full name, 湖南省长沙市岳麓区. */
  region: z.strictObject({ adcode: Adcode, label: z.string() }),
  /** The middle of the cell that the poster picked in, `[lng, lat]` (domain/public-point.ts), or a region's centre. */
  publicPoint: Coordinates,
  /** Masked name of the poster, 李*; empty for guests. */
  posterName: z.string(),
  /** For guests, rounded down to the hour. */
  publishedAtMs: z.int(),
  expiresAtMs: z.int(),
  /** When it was last shown that there is some, after a spare was published; for guests, rounded down to the hour. */
  confirmedAtMs: z.int().nullable(),
  /** The owner of a spare has not answered whether there is some: it comes after all others within 50 km. */
  isResting: z.boolean(),
});
export type Post = z.infer<typeof Post>;

/** How many more people may reach the giver of a spare now; a need admits any number. */
export const ContactsLeft = z.int().min(0);

/** A post opened: whether it is the viewer's own, and what the viewer may do. */
export const OpenedPost = Post.extend({
  mine: z.boolean(),
  /** It gives no number now, and takes requests to call back: its owner has not said whether there is some. */
  isUnconfirmed: z.boolean(),
  can: PostPermissions,
  /** For its owner alone: why it waits, is hidden, was refused or reaches fewer people. */
  review: OwnersReview.nullable(),
  /** Proves that this member opened the post; a report carries it. Null for a viewer who may not report. */
  reportToken: z.string().nullable(),
  /** For its owner alone. `dueAtMs`: when the answer is too late; null once the post has stepped back for want of one. */
  question: PostQuestion.extend({ dueAtMs: z.int().nullable() }).nullable(),
  /** Photos of the box; only members see them. */
  photos: z.array(ShownPhoto).max(mostPhotos),
  /** How many photos members see; guests learn the number too. */
  photoCount: z.int().min(0),
  /** Posts of others that this member may still open today; null where that is not counted. */
  opensLeft: z.int().min(0).nullable(),
  /** Null on a need, and for the owner, whose page counts the contacts themselves. */
  contactsLeft: ContactsLeft.nullable(),
});
export type OpenedPost = z.infer<typeof OpenedPost>;
