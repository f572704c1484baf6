import { z } from 'zod';
import { Code, Sentence } from './medicine-rules';

/** What to do in the emergency, in sections with their sources: `advice.json` next to a campaign's `campaign.json`. */
export const Advice = z.strictObject({
  sections: z
    .array(
      z.strictObject({
        code: Code,
        title: z.string().min(1).max(20),
        lines: z.array(Sentence).min(1).max(12),
      }),
    )
    .min(1)
    .max(12),
  /** Who says so: an office's page or a book, with its date where it has one. */
  sources: z.array(z.string().min(4).max(120)).min(1).max(12),
});
export type Advice = z.infer<typeof Advice>;
