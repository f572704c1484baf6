import { z } from 'zod';

/** The outcome of a contact, in the words of the screens: 拿到了、没接通、已送完、要钱了、不是真的、其他。 */
export const Outcome = z.enum([
  'received',
  'no-answer',
  'already-gone',
  'asked-for-money',
  'not-real',
  'other',
]);
export type Outcome = z.infer<typeof Outcome>;

/**
 * Whether the medicine changed hands, as the poster says. `given`: yes, and the post has one portion less, or a need is solved;
 * `counted`: yes, and the post stays as it is; `not-given`: no.
 */
export const PosterAnswer = z.enum(['given', 'counted', 'not-given']);
export type PosterAnswer = z.infer<typeof PosterAnswer>;
