import type { ListedFields } from '../shared/contract/documents';
import type { Reach } from '../shared/contract/listed-post';
import type { nearby } from '../shared/contract/search-calls';
import { distanceBand } from '@facts/distance-bands';
import { contactsLeft } from '../shared/domain/admission';
import { listedPost } from '../shared/domain/listed-post';
import { itemName } from '../shared/domain/public-post';
import { cityCodeOf, provinceCodeOf } from '@facts/regions/region-codes';
import { campaign } from '../shared/kernel/campaign';
import type { OpenUseCase, Output } from '../shared/kernel/procedure';
import type { NearbyInput, Search, SearchFilter } from './found-page';
import { createHotAnswers } from './hot-answers';
import { pageByDistance } from './page-by-distance';
import { runningVersion } from './read-campaign';
import { pageByTime } from './page-by-time';

type Page = Omit<Output<typeof nearby>, 'nowMs'>;

const share = createHotAnswers<Page>();

export const searchNearby: OpenUseCase<typeof nearby> = async (input, search) => {
  const unlisted = input.items.findIndex((code) => !campaign.catalogue.some((item) => item.code === code));
  if (unlisted !== -1) throw search.refuse('item-not-listed', { field: `items.${unlisted}` });
  const filter = await allowedFilter(input, search);
  const question = JSON.stringify([filter, runningVersion()]);
  const page = await share(question, search.nowMs, () => readPage(filter, search));
  return { ...page, nowMs: search.nowMs };
};

/** A page is the same for everybody who asks for it. */
async function readPage(input: SearchFilter, search: Search): Promise<Page> {
  const page =
    input.sort === 'distance' ? await pageByDistance(input, search) : await pageByTime(input, search);
  const codes = new Set(page.posts.flatMap(({ document }) => document.items.map(({ code }) => code)));
  return {
    posts: page.posts.map(({ document: post, meters, openGrants }) =>
      listedPost(post, {
        band: distanceBand(meters),
        reach: reachOf(post, input.place.adcode),
        contactsLeft: contactsLeft(post, openGrants, campaign.limits),
      }),
    ),
    names: Object.fromEntries([...codes].map((code) => [code, itemName(code, campaign.catalogue)])),
    nextCursor: page.nextCursor,
    campaignVersion: runningVersion(),
  };
}

/** A guest's search for one group finds posts for any group, because guests do not see which group a post is for. */
async function allowedFilter(input: NearbyInput, search: Search): Promise<SearchFilter> {
  if (input.groups.length === 0 || (await search.actor()).kind === 'member') return input;
  return { ...input, groups: [], onlyPriority: true };
}

function reachOf(post: ListedFields, adcode: string): Reach {
  if (cityCodeOf(post.districtCode) === cityCodeOf(adcode)) return 'city';
  return provinceCodeOf(post.districtCode) === provinceCodeOf(adcode) ? 'province' : 'country';
}
