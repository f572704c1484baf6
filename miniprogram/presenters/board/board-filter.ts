import type { Campaign } from '../../../cloudfunctions/shared/contract/campaign';
import type { BoardFilter } from '../../model/board-filter';
import { ancestorsOf, isSpoken, regionAt } from '../../facts/regions/region-tree';

/** Regions around a place that can limit a board, the widest first. */
export function scopesAround(adcode: string): { code: string; name: string }[] {
  const region = regionAt(adcode);
  const regions = region === undefined ? [] : [...ancestorsOf(adcode).reverse(), region];
  return [
    { code: '', name: '不限' },
    ...regions.filter(isSpoken).map(({ adcode: code, name }) => ({ code, name: `只看${name}` })),
  ];
}

/** The filter as a sentence of its chips: 布洛芬、老人; empty without a filter. */
export function filterSummary(filter: BoardFilter, campaign: Campaign): string {
  const items = campaign.catalogue.filter(({ code }) => filter.items.includes(code)).map(({ name }) => name);
  const groups = campaign.groups.filter(({ code }) => filter.groups.includes(code)).map(({ name }) => name);
  const scope = filter.within === '' ? [] : [`只看${regionAt(filter.within)?.name ?? ''}`];
  return [...scope, ...groups, ...items].join('、');
}
