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
      name: catalogue.find(({ code }) => code === item.code)?.name ?? item.code,
    })),
    region: regionOf(post),
    publicPoint: post.publicPoint.coordinates,
    posterName: post.ownerName,
    publishedAtMs: post.publishedAtMs,
    expiresAtMs: post.expiresAtMs,
  };
}

/** The region as it is called today: its code may have been given up since the post was published. */
function regionOf({ districtCode, regionLabel: label }: PublicFields): Post['region'] {
  const adcode = currentCode(districtCode);
  return { adcode, label: adcode === districtCode ? label : regionLabel(adcode) };
}
