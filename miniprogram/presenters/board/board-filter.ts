import type { Campaign } from '../../../cloudfunctions/shared/contract/campaign';
import type { BoardFilter } from '../../model/board-filter';
import { ancestorsOf, isSpoken, regionAt } from '../../facts/regions/region-tree';
import { listed, say, translated } from '../../facts/words/say';

/** Regions around a place that can limit a board, the widest first. */
export function scopesAround(adcode: string): { code: string; name: string }[] {
  const region = regionAt(adcode);
  const regions = region === undefined ? [] : [...ancestorsOf(adcode).reverse(), region];
  return [
    { code: '', name: say('不限') },
    ...regions.filter(isSpoken).map(({ adcode: code, name }) => ({ code, name: say`只看${name}` })),
  ];
}

/** The filter as a sentence of its chips: 布洛芬、老人; empty without a filter. */
export function filterSummary(filter: BoardFilter, campaign: Campaign): string {
  const items = campaign.catalogue
    .filter(({ code }) => filter.items.includes(code))
    .map(({ name }) => translated(name));
  const groups = campaign.groups
    .filter(({ code }) => filter.groups.includes(code))
    .map(({ name }) => translated(name));
  const scope = filter.within === '' ? [] : [say`只看${regionAt(filter.within)?.name ?? ''}`];
  return listed([...scope, ...groups, ...items]);
}
