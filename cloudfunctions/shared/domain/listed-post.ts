import { currentCode } from '@facts/regions/moved-codes';
import type { ListedFields } from '../contract/documents';
import type { ListedPost } from '../contract/listed-post';
import { emptyBody, plainFields } from '../contract/post-body';
import { wholeHour } from './public-post';

/** What a search knows of a post besides the post itself. */
interface Found extends Required<Pick<ListedPost, 'band' | 'reach'>> {
  contactsLeft?: number | null;
}

/** A stored post as a list shows it to everybody, member or not, as `forGuests` does: of its note only the beginning. */
export function listedPost(post: ListedFields, { band, reach, contactsLeft = null }: Found): ListedPost {
  return {
    id: post._id,
    items: post.items.map(({ code, quantity, unit, expiresOn }) => ({
      code,
      quantity,
      unit,
      ...(expiresOn !== undefined && { expiresOn }),
    })),
    ...(post.portions !== null && { left: post.portions.left }),
    ...(contactsLeft !== null && { contactsLeft }),
    ...withoutEmpty({ ...post, groups: [], note: beginningOf(post.note) }),
    ...(post.groups.length > 0 && { priority: true }),
    adcode: currentCode(post.districtCode),
    point: post.publicPoint.coordinates,
    publishedAtMs: wholeHour(post.publishedAtMs),
    ...(post.confirmedAtMs !== null && { confirmedAtMs: wholeHour(post.confirmedAtMs) }),
    ...(post.isResting && { isResting: true as const }),
    band,
    ...(reach !== 'city' && { reach }),
  };
}

type PlainFields = Pick<ListedFields, keyof typeof plainFields>;
const plainNames = Object.keys(plainFields) as (keyof PlainFields)[];

function withoutEmpty(body: PlainFields): Partial<PlainFields> {
  const filled: Partial<Record<keyof PlainFields, unknown>> = {};
  for (const name of plainNames) if (isFilled(body[name], emptyBody[name])) filled[name] = body[name];
  return filled as Partial<PlainFields>;
}

/** An empty field is a scalar, or an empty list, or null. */
const isFilled = (value: unknown, empty: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== empty;

const listedCharacters = 40;

function beginningOf(note: string): string {
  // As many characters as units at most, so that a short note needs no look at each.
  if (note.length <= listedCharacters) return note;
  const characters = Array.from(note);
  if (characters.length <= listedCharacters) return note;
  return `${characters.slice(0, listedCharacters).join('')}…`;
}
