import { z } from 'zod';
import { Adcode } from './place';

/**
 * Collection `counts`: how often something happened, as sums of batches. Nothing in it is about one person.
 * `hour`: of the whole environment in an hour. `day`: of one province and its cities on a day of China. Each of them is several
 * documents, its shards, so that instances rarely write the same one.
 */
export const CountsDocument = z.strictObject({
  _id: z.string(),
  kind: z.enum(['hour', 'day']),
  /** When the hour or the day began. */
  atMs: z.int(),
  /** Null for an hour. */
  province: Adcode.nullable(),
  counts: z.record(z.string(), z.int()),
});
export type CountsDocument = z.infer<typeof CountsDocument>;

/** A state that was last looked at then, such as how many masked numbers are in use. */
export const GaugeDocument = z.strictObject({
  _id: z.string(),
  kind: z.literal('gauge'),
  atMs: z.int(),
  values: z.record(z.string(), z.int()),
});

/** How many waited so long: one number for each bin of `binMinutes` in domain/waiting-times.ts, and one for all longer waits. */
const Waits = z.array(z.int());

/** What is shown of one region and day; null is hidden, because fewer than ten people are in it or it would reveal such a cell. */
export const ShownRegion = z.strictObject({
  need: z.int().nullable(),
  spare: z.int().nullable(),
  solved: z.int().nullable(),
  /** Of the needs and spares that were contacted for the first time on that day. */
  contact: Waits.nullable(),
  /** Of the needs that were solved on that day. */
  help: Waits.nullable(),
  /** By item code: needs and spares. Only of provinces and of the nation. */
  items: z.record(z.string(), z.strictObject({ need: z.int().nullable(), spare: z.int().nullable() })),
});
export type ShownRegion = z.infer<typeof ShownRegion>;

/** A day as the public page shows it, written once when the day is over and never changed, so that no difference of two answers tells more. */
export const ShownDayDocument = z.strictObject({
  _id: z.string(),
  kind: z.literal('shown'),
  atMs: z.int(),
  /** By code of a province or a city, and `nation`. Regions of which nothing is shown are absent. */
  regions: z.record(z.string(), ShownRegion),
});
export type ShownDayDocument = z.infer<typeof ShownDayDocument>;
