import { z } from 'zod';

/** Collection `links`: the link that opens the program from outside of WeChat, one for each of its versions. */
export const LinkDocument = z.strictObject({
  /** What WeChat calls `env_version`. */
  _id: z.enum(['release', 'trial', 'develop']),
  url: z.string().min(1),
  endsAtMs: z.int(),
});
export type LinkDocument = z.infer<typeof LinkDocument>;
