import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Campaign } from '../../cloudfunctions/shared/contract/campaign';
import { Inventions } from './inventions';
import type { CatalogueItem } from '../../cloudfunctions/shared/contract/campaign';

const folder = join(__dirname, '../../campaigns', process.env.CAMPAIGN || 'fever');
const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));

/** The campaign for which the seed writes posts, read as data. */
export const campaign: Campaign = Campaign.parse(read('campaign.json'));

/** What its people write, where the folder says it; the usual campaign has richer words of its own in this room. */
export const inventions: Inventions | null = existsSync(join(folder, 'invented.json'))
  ? Inventions.parse(read('invented.json'))
  : null;

const items = new Map(campaign.catalogue.map((item) => [item.code, item]));

/** @throws when the campaign has no such item, because the scenarios and the catalogue must agree */
export function catalogueItem(code: string): CatalogueItem {
  const item = items.get(code);
  if (item === undefined) throw new Error(`the campaign does not list ${code}`);
  return item;
}

/** An item's everyday names: its name without what is in brackets, and its Chinese brands. */
export function spokenNames({ name, aliases }: CatalogueItem): string[] {
  const chinese = aliases.filter((alias) => /^\p{Script=Han}+$/u.test(alias));
  return [...new Set([name.replace(/（.*）/, ''), ...chinese])].slice(0, 6);
}

const lowersFever = new Set(
  campaign.substances.filter(({ effects }) => effects.includes('lowers-fever')).map(({ code }) => code),
);

/** Whether an item lowers a fever, alone or in a compound. Two such items must not be taken together. */
export function isFeverDrug(code: string): boolean {
  return catalogueItem(code).ingredients.some((substance) => lowersFever.has(substance));
}
