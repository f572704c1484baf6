import { z } from 'zod';

/** How many contacts a person may still make today. */
export const Quota = z.strictObject({
  limit: z.int(),
  left: z.int().min(0),
  /** When the next one comes back by itself; null when none is used. */
  nextBackAtMs: z.int().nullable(),
});
export type Quota = z.infer<typeof Quota>;
