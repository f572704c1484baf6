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
  /** Titles of pages or books that say so, with their date where they have one. */
  sources: z.array(z.string().min(4).max(120)).min(1).max(12),
});
export type Advice = z.infer<typeof Advice>;
