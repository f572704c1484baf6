import { z } from 'zod';
import { Group, mostGroups } from './board';

/** Month in which a medicine expires, `YYYY-MM`, as the box prints it. */
const ExpiryMonth = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/);

/** `sealed`: the box was never opened. `opened-blister`: the box was, each tablet is still in its blister. */
export const Packaging = z.enum(['sealed', 'opened-blister']);
export type Packaging = z.infer<typeof Packaging>;

/** 国药准字, a letter, and eight digits, if the box shows one. A second letter is of medicine made abroad (J) or in Hong Kong, Macao or Taiwan (C). */
const ApprovalNumber = z.string().regex(/^国药准字(?:[HZSBTFJ]|[HZS][JC])\d{8}$/);

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

/** Ways in which the medicine can change hands: 自取, 跑腿, 可邮寄, 无接触. */
export const HandOver = z.enum(['pick-up', 'courier', 'mail', 'contactless']);
export type HandOver = z.infer<typeof HandOver>;

/** Whole hours of a day in China, from one and until another; over midnight where the first is the later one. */
export const CallHours = z
  .strictObject({ from: z.int().min(0).max(23), until: z.int().min(1).max(24) })
  .refine(({ from, until }) => from !== until);
export type CallHours = z.infer<typeof CallHours>;

/** How many portions a spare had and still has. */
export const Portions = z.strictObject({ total: z.int().min(1), left: z.int().min(0) });
export type Portions = z.infer<typeof Portions>;

/** Fields that every form sends exactly as the post keeps and shows them. */
export const plainFields = {
  beneficiary: Beneficiary,
  groups: z.array(Group).max(mostGroups),
  /** All that suit the poster; empty where the poster did not say. */
  handOver: z
    .array(HandOver)
    .max(HandOver.options.length)
    .refine((ways) => new Set(ways).size === ways.length)
    .default([]),
  /** How many people are ill, for whom the medicine is needed; on a spare 1. */
  ill: z.int().min(1).max(10).default(1),
  /** When the poster can be called; null at any time. Outside of them a viewer gets a call back instead of a number. */
  callHours: CallHours.nullable().default(null),
  /** At most the campaign's `noteCharacters`. */
  note: z.string().max(500),
};

/**
 * The content of a post. The draft, the stored post, the public post and the rows of a list take their fields from
 * here. A new field needs a default, because posts stored earlier lack it.
 */
export const PostBody = z.strictObject({
  items: z.array(SpareItem).min(1).max(10),
  /** Only on a spare. */
  portions: Portions.nullable(),
  /** Code of the campaign's `sources`; only on a spare. */
  source: z.string().nullable(),
  ...plainFields,
});
export type PostBody = z.infer<typeof PostBody>;

/** An empty body, from which the seed, the benchmarks and the tests start. */
export const emptyBody: Readonly<PostBody> = {
  items: [],
  portions: null,
  source: null,
  beneficiary: 'self',
  groups: [],
  handOver: [],
  ill: 1,
  callHours: null,
  note: '',
};

const bodyFields = Object.keys(PostBody.shape) as (keyof PostBody)[];

/** The body within an object that has other fields too. */
export const pickBody = (whole: PostBody): PostBody =>
  Object.fromEntries(bodyFields.map((field) => [field, whole[field]])) as PostBody;
