import { z } from 'zod';
import { Group } from '../../cloudfunctions/shared/contract/board';

/** A household's post: what it writes, and what it needs or gives, by the codes of the catalogue. */
const Invention = z.strictObject({
  notes: z.array(z.string().min(1).max(200)).min(1),
  groups: z.array(Group).default([]),
  items: z.array(z.string()).min(1).max(3),
});
export type Invention = z.infer<typeof Invention>;

/** `invented.json` of a campaign's folder: the posts that a demonstration shows. */
export const Inventions = z.strictObject({
  needs: z.array(Invention).min(1),
  spares: z.array(Invention).min(1),
  /** A few words about the people of the demonstration, by their accounts. */
  people: z.record(z.string(), z.string()),
});
export type Inventions = z.infer<typeof Inventions>;
