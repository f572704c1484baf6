import type { PublicFields } from '../shared/contract/documents';
import type { nearby, Reach } from '../shared/contract/search-calls';
import { distanceBand } from '@facts/distance-bands';
import { distanceMeters } from '../shared/domain/distance';
import { publicPost } from '../shared/domain/public-post';
import { cityCodeOf, provinceCodeOf } from '@facts/regions/region-codes';
import { campaign } from '../shared/kernel/campaign';
import type { OpenUseCase } from '../shared/kernel/procedure';
import { pageByDistance } from './page-by-distance';
import { pageByTime } from './page-by-time';

export const searchNearby: OpenUseCase<typeof nearby> = async (input, search) => {
  const unlisted = input.items.findIndex((code) => !campaign.catalogue.some((item) => item.code === code));
  if (unlisted !== -1) throw search.refuse('item-not-listed', { field: `items.${unlisted}` });
  const page =
    input.sort === 'distance' ? await pageByDistance(input, search) : await pageByTime(input, search);
  return {
    posts: page.posts.map((post) => ({
      ...publicPost(post, campaign.catalogue),
      distanceBand: distanceBand(distanceMeters(input.place.point, post.publicPoint.coordinates)),
      reach: reachOf(post, input.place.adcode),
    })),
    nextCursor: page.nextCursor,
    nowMs: search.nowMs,
  };
};

function reachOf(post: PublicFields, adcode: string): Reach {
  if (cityCodeOf(post.districtCode) === cityCodeOf(adcode)) return 'city';
  return provinceCodeOf(post.districtCode) === provinceCodeOf(adcode) ? 'province' : 'country';
}
