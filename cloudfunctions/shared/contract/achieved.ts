import { z } from 'zod';

/** Sums of a region; null where no day of it may be shown. */
const RegionTotal = z.strictObject({
  need: z.int().nullable(),
  spare: z.int().nullable(),
  solved: z.int().nullable(),
  /** Medians, in minutes from publication. */
  contactMinutes: z.int().nullable(),
  helpMinutes: z.int().nullable(),
});

/** What was achieved in a region in the last days that are over. Nothing in it is about fewer than ten people. */
export const Achieved = z.strictObject({
  region: z.string(),
  /** 2022-12-20, oldest first. */
  days: z.array(z.string()).max(7),
  total: RegionTotal,
  /** The provinces of the nation or the cities of a province of which something may be shown, most needs first. */
  below: z.array(z.strictObject({ code: z.string(), ...RegionTotal.shape })),
  /** The most needed items, day by day. */
  items: z
    .array(
      z.strictObject({
        code: z.string(),
        days: z.array(z.strictObject({ need: z.int().nullable(), spare: z.int().nullable() })),
      }),
    )
    .max(8),
});
export type Achieved = z.infer<typeof Achieved>;
