import { z } from 'zod';

/** The two boards: `need` asks for help, `spare` gives it. */
export const Board = z.enum(['need', 'spare']);
export type Board = z.infer<typeof Board>;

/** Vulnerable people whom a post is for: a code of the campaign's `groups`. */
export const Group = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/);
export type Group = z.infer<typeof Group>;
/** The most groups of a campaign, and so of a post. */
export const mostGroups = 10;

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
