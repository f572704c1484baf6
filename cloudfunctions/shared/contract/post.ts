import { z } from 'zod';
import { Board, Group, PostStatus } from './board';
import { Adcode, Coordinates, DistanceBand } from './place';

export const PostId = z.string().regex(/^[0-9a-f]{32}$/);
export type PostId = z.infer<typeof PostId>;

/** Month in which a medicine expires, `YYYY-MM`, as the box prints it. */
export const ExpiryMonth = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/);

/** `sealed`: the box was never opened. `opened-blister`: the box was, each tablet is still in its blister. */
export const Packaging = z.enum(['sealed', 'opened-blister']);
export type Packaging = z.infer<typeof Packaging>;

/** 国药准字 and a letter with eight digits, if the box shows one. */
export const ApprovalNumber = z.string().regex(/^国药准字[HZSBTFJ]\d{8}$/);

/** A quantity of one catalogue item. On a spare it is what ONE portion holds. */
export const NeededItem = z.strictObject({
  code: z.string().min(1).max(40),
  quantity: z.int().min(1).max(1000),
  unit: z.string().min(1).max(4),
});
export type NeededItem = z.infer<typeof NeededItem>;

/** An item on offer: medicines also state expiry and packaging, supplies do not. */
export const SpareItem = NeededItem.extend({
  expiresOn: ExpiryMonth.optional(),
  packaging: Packaging.optional(),
  approvalNumber: ApprovalNumber.optional(),
});
export type SpareItem = z.infer<typeof SpareItem>;

/** For the poster, or for somebody who lives elsewhere (parents in another city). */
export const Beneficiary = z.enum(['self', 'elsewhere']);
export type Beneficiary = z.infer<typeof Beneficiary>;

/** How many portions a spare had and still has. */
export const Portions = z.strictObject({ total: z.int().min(1), left: z.int().min(0) });
export type Portions = z.infer<typeof Portions>;

/** What the viewer may do with a post now. Screens draw their buttons from this and from nothing else. */
export const PostPermissions = z.strictObject({
  contact: z.boolean(),
  renew: z.boolean(),
  withdraw: z.boolean(),
  give: z.boolean(),
  fulfil: z.boolean(),
});
export type PostPermissions = z.infer<typeof PostPermissions>;

/** A post as any viewer may see it: no openid, no phone, no picked point. */
export const Post = z.strictObject({
  id: PostId,
  board: Board,
  status: PostStatus,
  /** Names are the catalogue's. */
  items: z.array(SpareItem.extend({ name: z.string() })),
  /** Only on a spare. */
  portions: Portions.nullable(),
  /** Code of the campaign's `sources`; only on a spare. */
  source: z.string().nullable(),
  beneficiary: Beneficiary,
  groups: z.array(Group),
  note: z.string(),
  /** District of the post and its full name, 湖南省长沙市岳麓区. */
  region: z.strictObject({ adcode: Adcode, label: z.string() }),
  /** The blurred point, `[lng, lat]`; 300 to 700 m from what the poster picked. */
  publicPoint: Coordinates,
  /** Masked name of the poster, 李*. */
  posterName: z.string(),
  publishedAtMs: z.int(),
  expiresAtMs: z.int(),
});
export type Post = z.infer<typeof Post>;

/** A post in a list: with the band that its distance from the searched place falls in. */
export const ListedPost = Post.extend({ distanceBand: DistanceBand });
export type ListedPost = z.infer<typeof ListedPost>;

/** A post opened: whether it is the viewer's own, and what the viewer may do. */
export const OpenedPost = Post.extend({ mine: z.boolean(), can: PostPermissions });
export type OpenedPost = z.infer<typeof OpenedPost>;
