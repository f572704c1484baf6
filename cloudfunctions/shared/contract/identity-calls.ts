import { z } from 'zod';
import { defineCall } from './call';

/** Who the platform says is calling, and what that person may do. */
export const Self = z.strictObject({
  verification: z.enum(['none', 'pending', 'verified']),
  /** 李*; null until verified. */
  maskedName: z.string().nullable(),
  can: z.strictObject({ publish: z.boolean(), contact: z.boolean() }),
});
export type Self = z.infer<typeof Self>;

export const me = defineCall({ input: z.strictObject({}), output: Self, errors: [], who: ['guest'] });

export const identityCalls = { me };
