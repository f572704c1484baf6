import { z } from 'zod';
import { Group, mostGroups } from './board';
import { Code } from './medicine-rules';
import { HandOver } from './post-body';

/** The two sides of a contact: the person who asked to reach the post, and its owner. */
export const Side = z.enum(['viewer', 'poster']);
export type Side = z.infer<typeof Side>;

/** A day of China, `2022-12-20`. */
const Day = z.string().regex(/^20\d\d-\d\d-\d\d$/);

/**
 * What one side says in a contact, without a letter typed: a sentence of the campaign by its code, or how, where and when the
 * medicine changes hands. Free text would carry numbers, prices and addresses.
 */
export const Saying = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sentence'), code: Code }),
  z.strictObject({
    kind: z.literal('plan'),
    way: HandOver,
    /** Code of the campaign's places; null for 可邮寄, and where a side leaves it open. */
    place: Code.nullable(),
    /** Both or neither. */
    day: Day.nullable(),
    hours: Code.nullable(),
  }),
]);
export type Saying = z.infer<typeof Saying>;

export const Said = z.strictObject({ side: Side, saying: Saying, atMs: z.int() });
export type Said = z.infer<typeof Said>;

/** For whom a viewer asks; the poster reads it. Both parts may be left open. */
export const ForWhom = z.strictObject({
  groups: z.array(Group).max(mostGroups),
  /** How many of the household are ill. */
  ill: z.int().min(1).max(20).nullable(),
});
export type ForWhom = z.infer<typeof ForWhom>;

/** The part of a campaign that contacts speak with. */
export const TalkWords = z.strictObject({
  sentences: z
    .array(
      z.strictObject({
        code: Code,
        /** The side that says it. On a spare the poster gives, on a need the viewer does. */
        by: z.enum(['giver', 'taker', 'both']),
        text: z.string().min(1).max(24),
      }),
    )
    .min(1)
    .max(40),
  /** Where a medicine can change hands: kinds of places, never an address. */
  places: z
    .array(z.strictObject({ code: Code, name: z.string().min(1).max(8) }))
    .min(1)
    .max(12),
  /** Hours of a day in China, in their order. */
  hours: z
    .array(z.strictObject({ code: Code, name: z.string().min(1).max(12), until: z.int().min(1).max(24) }))
    .min(1)
    .max(12),
});
export type TalkWords = z.infer<typeof TalkWords>;
