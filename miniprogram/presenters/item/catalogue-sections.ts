import type { Campaign, CatalogueItem } from '../../../cloudfunctions/shared/contract/campaign';

/** The catalogue as a list to pick from: a category, and what in it fits the typed words. */
export interface CatalogueSection {
  code: string;
  name: string;
  items: { code: string; name: string; aliasText: string; picked: boolean; label: string }[];
}

/**
 * Sections of the catalogue in the campaign's order, empty ones left out. Typed words find an item by its name or by
 * any of its other names: 美林 finds 布洛芬.
 */
export function catalogueSections(
  campaign: Campaign,
  typed: string,
  picked: readonly string[],
): CatalogueSection[] {
  const query = folded(typed);
  return campaign.categories
    .map(({ code, name }) => ({
      code,
      name,
      items: campaign.catalogue
        .filter((item) => item.category === code && fits(item, query))
        .map((item) => {
          const isPicked = picked.includes(item.code);
          const aliasText = aliasesFor(item, query).join('、');
          return {
            code: item.code,
            name: item.name,
            aliasText,
            picked: isPicked,
            label: `${item.name}${isPicked ? ',已选' : ''}`,
          };
        }),
    }))
    .filter(({ items }) => items.length > 0);
}

/** Why what is typed may not be listed; null when nothing says so. */
export function refusalReason(campaign: Campaign, typed: string): string | null {
  const query = folded(typed);
  if (query.length < 2) return null;
  const refusal = campaign.refusals.find(({ names }) => names.some((name) => folded(name).includes(query)));
  return refusal?.reason ?? null;
}

function fits(item: CatalogueItem, query: string): boolean {
  return [item.name, ...item.aliases].some((name) => folded(name).includes(query));
}

/** The names that the query met come first; at most three fit a line. */
function aliasesFor(item: CatalogueItem, query: string): string[] {
  const met = query === '' ? [] : item.aliases.filter((alias) => folded(alias).includes(query));
  return [...new Set([...met, ...item.aliases])].slice(0, 3);
}

function folded(text: string): string {
  return text.replace(/\s+/g, '').toLowerCase();
}
