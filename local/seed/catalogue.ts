import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Campaign } from '../../cloudfunctions/shared/contract/campaign';
import type { CatalogueItem } from '../../cloudfunctions/shared/contract/campaign';

/** The campaign that the seed writes posts for, read as data. */
export const campaign: Campaign = Campaign.parse(
  JSON.parse(readFileSync(join(__dirname, '../../campaigns/fever/campaign.json'), 'utf8')),
);

const items = new Map(campaign.catalogue.map((item) => [item.code, item]));

/** @throws when the campaign has no such item: the scenarios and the catalogue must agree */
export function catalogueItem(code: string): CatalogueItem {
  const item = items.get(code);
  if (item === undefined) throw new Error(`the campaign does not list ${code}`);
  return item;
}

/** What people call an item: its name without what stands in brackets, and its brands. */
export function spokenNames({ name, aliases }: CatalogueItem): string[] {
  return [...new Set([name.replace(/\(.*\)/, ''), ...aliases])];
}
