import { z } from 'zod';
import { Group } from './board';

const code = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/);
const sentence = z.string().min(1).max(200);

/** A thing that may be asked for or offered: a medicine or a supply. */
export const CatalogueItem = z.strictObject({
  code,
  name: z.string().min(1).max(20),
  /** Brands and other names that people search by. */
  aliases: z.array(z.string().min(1).max(20)).max(20),
  category: code,
  /** A medicine carries an expiry date and a packaging when it is offered; a supply (a mask) does not. */
  kind: z.enum(['medicine', 'supply']),
  /** Units a person may count it in, the usual one first. `needMaximum` is one course in that unit. */
  units: z
    .array(
      z.strictObject({
        unit: z.string().min(1).max(4),
        portion: z.int().min(1).max(100),
        needMaximum: z.int().min(1).max(200),
      }),
    )
    .min(1)
    .max(4),
  /** Where the listing comes from; shown together with 以药品说明书为准. */
  source: z.string().min(1).max(120),
});
export type CatalogueItem = z.infer<typeof CatalogueItem>;

/** A thing that may not be listed: its names, as people write them, and the reason that they are told. */
export const Refusal = z.strictObject({
  names: z.array(z.string().min(2).max(20)).min(1).max(60),
  reason: sentence,
});
export type Refusal = z.infer<typeof Refusal>;

/** The numbers of product.md. All counts are whole, all durations carry their unit in the name. */
export const CampaignLimits = z.strictObject({
  itemsPerPost: z.int().min(1).max(10),
  noteCharacters: z.int().min(0).max(500),
  openPostsPerBoard: z.int().min(1).max(20),
  portionsPerSpare: z.int().min(1).max(100),
  needHours: z.int().min(1).max(720),
  spareHours: z.int().min(1).max(720),
  /** A renewal is offered from this long before the end. */
  renewalMinutes: z.int().min(1).max(1440),
  contactsPerDay: z.int().min(1).max(100),
  /** A spare admits at most its portions plus this many open grants. */
  contactsBeyondPortions: z.int().min(0).max(20),
  bindingHours: z.int().min(1).max(72),
  verificationAttemptsPerDay: z.int().min(1).max(20),
  reportersToHide: z.int().min(1).max(20),
  /** Posts and their contacts are erased so many days after the post's end, accounts when nothing is left of them. */
  personalDataDays: z.int().min(1).max(365),
});
export type CampaignLimits = z.infer<typeof CampaignLimits>;

/** One emergency: what may be shared, how much, in which words. A folder under campaigns/ holds one. */
export const Campaign = z.strictObject({
  code,
  title: z.string().min(1).max(20),
  slogan: sentence,
  limits: CampaignLimits,
  categories: z.array(z.strictObject({ code, name: z.string().min(1).max(8) })).min(1),
  catalogue: z.array(CatalogueItem).min(1).max(100),
  refusals: z.array(Refusal),
  groups: z
    .array(z.strictObject({ code: Group, name: z.string().min(1).max(8), hint: z.string().max(40) }))
    .min(1),
  /** 渠道来源: where a donor got what is offered. */
  sources: z.array(z.strictObject({ code, name: z.string().min(1).max(12) })).min(1),
  /** Shown on top of the need form: when not to post but to call 120. */
  redFlags: z.array(sentence),
  /** Short advice shown beside the boards. */
  tips: z.array(sentence),
  /** The sentence that stands wherever a medicine is described. */
  disclaimer: sentence,
});
export type Campaign = z.infer<typeof Campaign>;
