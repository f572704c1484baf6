import type { ListedPost } from '../contract/listed-post';
import type { Post } from '../contract/post';
import { emptyBody, plainFields } from '../contract/post-body';
import { forGuests } from './public-post';

/** What a search knows of a post besides the post itself. */
interface Found extends Required<Pick<ListedPost, 'band' | 'reach'>> {
  contactsLeft?: number | null;
}

/** A post as a list shows it to everybody, member or not: of its note only the beginning. */
export function listedPost(whole: Post, { band, reach, contactsLeft = null }: Found): ListedPost {
  const post = { ...forGuests(whole), note: beginningOf(whole.note) };
  return {
    id: post.id,
    items: post.items.map(({ code, quantity, unit, expiresOn }) => ({
      code,
      quantity,
      unit,
      ...(expiresOn !== undefined && { expiresOn }),
    })),
    ...(post.portions !== null && { left: post.portions.left }),
    ...(contactsLeft !== null && { contactsLeft }),
    ...withoutEmpty(post),
    ...(post.priority && { priority: true }),
    adcode: post.region.adcode,
    point: post.publicPoint,
    publishedAtMs: post.publishedAtMs,
    ...(post.confirmedAtMs !== null && { confirmedAtMs: post.confirmedAtMs }),
    ...(post.isResting && { isResting: true as const }),
    band,
    ...(reach !== 'city' && { reach }),
  };
}

type PlainFields = Pick<Post, keyof typeof plainFields>;
const plainNames = Object.keys(plainFields) as (keyof PlainFields)[];

function withoutEmpty(body: PlainFields): Partial<PlainFields> {
  const isFilled = (name: keyof PlainFields): boolean =>
    JSON.stringify(body[name]) !== JSON.stringify(emptyBody[name]);
  return Object.fromEntries(plainNames.filter(isFilled).map((name) => [name, body[name]]));
}

const listedCharacters = 40;

function beginningOf(note: string): string {
  const characters = Array.from(note);
  if (characters.length <= listedCharacters) return note;
  return `${characters.slice(0, listedCharacters).join('')}…`;
}
