import { z } from 'zod';
import { Adcode, Coordinates, DistanceBand } from './place';
import { NeededItem, plainFields, SpareItem } from './post-body';
import { ContactsLeft, PostId } from './post';

/** How far a page had to reach, when sorted by time: the place's own city, its province, the whole country. */
export const Reach = z.enum(['city', 'province', 'country']);
export type Reach = z.infer<typeof Reach>;

/**
 * A post in a list. Lists are most of what is sent, so a field with its empty value is left out, and so is what the
 * phone knows: the board that it asked for, the status, and the names of regions. The rest is on the post's own page.
 */
export const ListedPost = z.strictObject({
  id: PostId,
  /** Their names are in the page's `names`. */
  items: z.array(NeededItem.extend({ expiresOn: SpareItem.shape.expiresOn })),
  /** Portions that are left; only on a spare. */
  left: z.int().min(0).optional(),
  /** Only on a spare. */
  contactsLeft: ContactsLeft.optional(),
  ...leftOutWhenEmpty(plainFields),
  /** It is for a vulnerable group. */
  priority: z.literal(true).optional(),
  /** The district of `point`, the public point. */
  adcode: Adcode,
  point: Coordinates,
  /** Rounded down to the hour. */
  publishedAtMs: z.int(),
  /** Rounded down to the hour. */
  confirmedAtMs: z.int().optional(),
  isResting: z.literal(true).optional(),
  /** Of its distance from the searched place. */
  band: DistanceBand,
  /** Left out where it is the city. */
  reach: Reach.optional(),
});
export type ListedPost = z.infer<typeof ListedPost>;

type Fields = Record<string, z.ZodType>;
type LeftOutWhenEmpty<F extends Fields> = {
  [Name in keyof F]: z.ZodOptional<
    F[Name] extends z.ZodDefault<infer Inner extends z.ZodType> ? Inner : F[Name]
  >;
};

/** Without their defaults, which would fill in again what was left out. */
function leftOutWhenEmpty<F extends Fields>(fields: F): LeftOutWhenEmpty<F> {
  const optional = Object.entries(fields).map(([name, field]) => [
    name,
    z.optional(field instanceof z.ZodDefault ? field.unwrap() : field),
  ]);
  return Object.fromEntries(optional) as LeftOutWhenEmpty<F>;
}
