import { z } from 'zod';
import { Group } from './board';

export const Code = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/);
export const Sentence = z.string().min(1).max(200);

/** The source of a statement and its date: YYYY, YYYY-MM or YYYY-MM-DD. */
export const Reference = z.strictObject({
  code: Code,
  title: z.string().min(4).max(80),
  date: z.string().regex(/^20\d\d(-\d\d){0,2}$/),
});
export type Reference = z.infer<typeof Reference>;

/** The effect of a substance. Two substances with the same effect add up like twice the same substance. */
export const Effect = z.enum([
  'lowers-fever',
  'anti-inflammatory',
  'drowsy',
  'ephedrine',
  'opioid',
  'dextromethorphan',
  'caffeine',
  'amantadine',
  'alcohol',
]);
export type Effect = z.infer<typeof Effect>;

/** One active substance, and what the rules of medicines need to know of it. */
export const Substance = z.strictObject({
  code: Code,
  name: z.string().min(1).max(20),
  english: z.string().min(1).max(40),
  effects: z.array(Effect),
});
export type Substance = z.infer<typeof Substance>;

/** The shape that an item is sold in; a child under a year cannot swallow the hard ones. */
export const Form = z.enum([
  'tablet',
  'capsule',
  'sustained',
  'effervescent',
  'granules',
  'suspension',
  'drops',
  'oral-liquid',
  'suppository',
  'lozenge',
  'pills',
  'spray',
  'nasal',
  'device',
  'patch',
  'food',
]);
export type Form = z.infer<typeof Form>;

/** `stop`: do not take it. `ask`: ask a doctor or a pharmacist first. */
export const RuleLevel = z.enum(['stop', 'ask']);
export type RuleLevel = z.infer<typeof RuleLevel>;

/** The subject of a rule: items by code, by substance, by effect, or by form. Any of them is enough. */
export const RuleTarget = z.strictObject({
  items: z.array(Code),
  substances: z.array(Code),
  effects: z.array(Effect),
  forms: z.array(Form),
});
export type RuleTarget = z.infer<typeof RuleTarget>;

/** A warning to groups of people. A rule by form applies when an item comes in no other form. */
export const Warning = z.strictObject({
  code: Code,
  groups: z.array(Group).min(1),
  /** The part of the group that is meant, in words: 不到6个月, 肾不好、透析. */
  condition: z.string().min(1).max(30),
  level: RuleLevel,
  target: RuleTarget,
  say: Sentence,
  /** Codes of listed items that may be taken instead. */
  instead: z.array(Code).max(3),
  /** Code of a reference. */
  source: Code,
});
export type Warning = z.infer<typeof Warning>;

/** One side of a clash: a medicine that holds any of these. */
const ClashSide = z.strictObject({ substances: z.array(Code), effects: z.array(Effect) });

/** Two medicines that must not be taken together. */
export const Clash = z.strictObject({
  code: Code,
  level: RuleLevel,
  one: ClashSide,
  other: ClashSide,
  say: Sentence,
  source: Code,
});
export type Clash = z.infer<typeof Clash>;
