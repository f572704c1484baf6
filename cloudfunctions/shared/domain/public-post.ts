import { currentCode } from '@facts/regions/moved-codes';
import { regionLabel } from '@facts/regions/region-label';
import type { CatalogueItem } from '../contract/campaign';
import type { PublicFields } from '../contract/documents';
import type { Post } from '../contract/post';
import { pickBody } from '../contract/post-body';

/** What anyone may see of a stored post: names instead of codes, and of the poster only the masked name. */
export function publicPost(post: PublicFields, catalogue: readonly CatalogueItem[]): Post {
  return {
    id: post._id,
    board: post.board,
    status: post.status,
    ...pickBody(post),
    items: post.items.map((item) => ({
      ...item,
      name: itemName(item.code, catalogue),
    })),
    region: regionOf(post),
    publicPoint: post.publicPoint.coordinates,
    priority: post.groups.length > 0,
    posterName: post.ownerName,
    publishedAtMs: post.publishedAtMs,
    expiresAtMs: post.expiresAtMs,
    confirmedAtMs: post.confirmedAtMs,
    isResting: post.isResting,
  };
}

/** What the catalogue calls an item; its code where the catalogue no longer has it. */
export const itemName = (code: string, catalogue: readonly CatalogueItem[]): string =>
  catalogue.find((item) => item.code === code)?.name ?? code;

const hourMs = 3_600_000;

/**
 * A post as everybody who is not a member sees it. The groups say something about people's health, and a name or the
 * millisecond of publishing would recognise a person from one post to the next.
 */
export const forGuests = (post: Post): Post => ({
  ...post,
  groups: [],
  posterName: '',
  publishedAtMs: wholeHour(post.publishedAtMs),
  expiresAtMs: wholeHour(post.expiresAtMs),
  confirmedAtMs: post.confirmedAtMs === null ? null : wholeHour(post.confirmedAtMs),
});

export const wholeHour = (atMs: number): number => Math.floor(atMs / hourMs) * hourMs;

/** The region as it is called today: its code may have been given up since the post was published. */
function regionOf({ districtCode, regionLabel: label }: PublicFields): Post['region'] {
  const adcode = currentCode(districtCode);
  return { adcode, label: adcode === districtCode ? label : regionLabel(adcode) };
}
