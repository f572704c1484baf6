import { z } from 'zod';

/** The two boards: `need` asks for help, `spare` gives it. */
export const Board = z.enum(['need', 'spare']);
export type Board = z.infer<typeof Board>;

/** Vulnerable people whom a post is for. A campaign names those of them that it asks about. */
export const Group = z.enum(['infant', 'child', 'elderly', 'pregnant', 'chronic', 'immobile', 'trapped']);
export type Group = z.infer<typeof Group>;

/**
 * `pending` waits for a check; `hidden` was reported and waits for a volunteer; `rejected` may be corrected and sent
 * again. The boards show only `published`.
 */
export const PostStatus = z.enum([
  'pending',
  'published',
  'hidden',
  'fulfilled',
  'withdrawn',
  'expired',
  'rejected',
]);
export type PostStatus = z.infer<typeof PostStatus>;
