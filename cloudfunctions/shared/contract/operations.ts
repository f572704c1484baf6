import { z } from 'zod';

/** One hour of the whole service. */
export const HourOfService = z.strictObject({
  atMs: z.int(),
  need: z.int(),
  spare: z.int(),
  solved: z.int(),
  contact: z.int(),
  /** Posts that went to the queue of volunteers. */
  wait: z.int(),
  calls: z.int(),
  /** Calls that ended with an error that is not the caller's: internal, busy, misconfigured. */
  failed: z.int(),
  /** Answers of providers that were no success. */
  provider: z.int(),
  alarm: z.int(),
});
export type HourOfService = z.infer<typeof HourOfService>;

/** The calls of one function, by how they ended. */
export const FunctionCalls = z.strictObject({
  name: z.string(),
  calls: z.int(),
  /** All but `ok`, the most frequent first. */
  codes: z.array(z.strictObject({ call: z.string(), code: z.string(), count: z.int() })),
});
export type FunctionCalls = z.infer<typeof FunctionCalls>;

export const RegionToday = z.strictObject({
  code: z.string(),
  need: z.int(),
  spare: z.int(),
  solved: z.int(),
  contacted: z.int(),
});
export type RegionToday = z.infer<typeof RegionToday>;
