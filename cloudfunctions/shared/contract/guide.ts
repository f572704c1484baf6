import { z } from 'zod';
import { Code, RuleLevel, RuleTarget, Sentence } from './medicine-rules';

const Month = z.string().regex(/^20\d\d-\d\d$/);
const ageMonths = z.int().min(0).max(1500);

/** What one unit (a tablet, a millilitre) of a product holds; without `milligrams` where no leaflet was seen. */
export const Content = z.strictObject({
  substance: Code,
  milligrams: z.number().positive().optional(),
  per: z.string().min(1).max(4).optional(),
});
export type Content = z.infer<typeof Content>;

/** A real product that people have at home, listed or not. */
export const Product = z.strictObject({
  /** As the box and people name it, the usual name first. */
  names: z.array(z.string().min(1).max(30)).min(1).max(8),
  contents: z.array(Content).min(1).max(8),
  /** `counter`: at the pharmacy's counter against an ID card. `abroad`: sold abroad, without 国药准字. */
  kind: z.enum(['otc', 'counter', 'prescription', 'abroad', 'unsure']),
  /** The catalogue item that it is one of, if it is listed. */
  item: Code.optional(),
  source: Code,
  checkedOn: Month,
});
export type Product = z.infer<typeof Product>;

/** A part of a product's name that says what it holds: 氨酚 is paracetamol. */
export const NameHint = z.strictObject({ part: z.string().min(1).max(8), substance: Code, source: Code });
export type NameHint = z.infer<typeof NameHint>;

/** What one person of this age or weight takes: from `from` on, below `below` (months, kilograms; null for no end). */
export const DoseRow = z.strictObject({
  by: z.enum(['age', 'weight']),
  from: z.int().min(0).max(1500),
  below: z.int().min(1).max(1500).nullable(),
  low: z.number().positive().max(50),
  high: z.number().positive().max(50),
  /** The row in the leaflet's words. */
  says: Sentence,
});
export type DoseRow = z.infer<typeof DoseRow>;

/** How one form and strength of a medicine is taken. Without a leaflet it is not verified and has no rows. */
export const Dose = z.strictObject({
  code: Code,
  item: Code,
  /** With its strength, as the box says it. */
  name: z.string().min(1).max(40),
  substance: Code,
  /** Milligrams of the substance in one unit; absent where no leaflet says it. */
  milligramsPerUnit: z.number().positive().optional(),
  unit: z.string().min(1).max(4),
  /** The people whom the leaflet covers at all. */
  ages: z.strictObject({ fromMonths: ageMonths, belowMonths: ageMonths.optional() }),
  /** Whether a row is one dose or what is taken in a day. */
  per: z.enum(['dose', 'day']),
  rows: z.array(DoseRow).max(8),
  everyHours: z.strictObject({ from: z.int().min(1), to: z.int().max(24) }).optional(),
  mostTimesADay: z.int().min(1).max(6),
  mostDays: z.int().min(1).max(14).optional(),
  verified: z.boolean(),
  note: Sentence.optional(),
  source: Code,
  checkedOn: Month,
});
export type Dose = z.infer<typeof Dose>;

/** The most that any label allows of a substance; a dose above it is never answered. */
export const Ceiling = z.strictObject({
  substance: Code,
  milligramsPerKilogram: z.number().positive(),
  milligramsADay: z.int().positive(),
  source: Code,
});
export type Ceiling = z.infer<typeof Ceiling>;

/**
 * Things that a medicine does not go with and that are not listed medicines: alcohol, driving, other people's pills.
 */
export const OtherClash = z.strictObject({
  code: Code,
  what: z.string().min(1).max(30),
  level: RuleLevel,
  target: RuleTarget,
  say: Sentence,
  source: Code,
});
export type OtherClash = z.infer<typeof OtherClash>;

/** Signs at which to call 120 or go to a hospital instead of taking medicine. */
export const RedFlag = z.strictObject({
  who: z.enum(['infant', 'child', 'adult', 'pregnant', 'elderly', 'chronic', 'after-dose']),
  level: z.enum(['120', 'hospital']),
  say: Sentence,
  source: Code,
});
export type RedFlag = z.infer<typeof RedFlag>;

/** Whether a pharmacist signed these data; the guide shows it. */
export const Review = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('unreviewed'), asked: Month }),
  z.strictObject({
    state: z.literal('signed'),
    by: z.string().min(2).max(30),
    /** Of the pharmacist's licence. */
    licence: z.string().min(4).max(30),
    on: z.string().regex(/^20\d\d-\d\d-\d\d$/),
  }),
]);
export type Review = z.infer<typeof Review>;

/** The medicine guide of a campaign: `guide.json` next to its `campaign.json`. */
export const Guide = z.strictObject({
  campaign: Code,
  review: Review,
  products: z.array(Product),
  hints: z.array(NameHint),
  doses: z.array(Dose),
  ceilings: z.array(Ceiling),
  otherClashes: z.array(OtherClash),
  redFlags: z.array(RedFlag),
});
export type Guide = z.infer<typeof Guide>;
