import type { Campaign, CatalogueItem } from '../../../cloudfunctions/shared/contract/campaign';
import { findByName } from '../../facts/catalogue/find-by-name';
import type { Finding } from '../../facts/catalogue/find-by-name';
import { foldName } from '../../facts/catalogue/fold-name';
import { listed, say, speaksChinese, translated } from '../../facts/words/say';

/** Items to pick from under one heading. */
export interface CatalogueSection {
  code: string;
  name: string;
  items: { code: string; name: string; aliasText: string; caution: string; picked: boolean; label: string }[];
}

/** The catalogue as the picker draws it: the items for the typed words, and a sentence when none is listed. */
export interface CatalogueView {
  sections: CatalogueSection[];
  /** Why the typed thing may not be given away; empty when it may. */
  refusal: string;
  /** Why the typed thing is not listed; empty when it is, or while nothing is typed. */
  absence: string;
}

/**
 * Everything by category while nothing is typed. Otherwise the meanings of the typed name: items, the best first; by
 * category for a symptom; with a refusal or an absence, the nearest items.
 */
export function catalogueView(campaign: Campaign, typed: string, picked: readonly string[]): CatalogueView {
  const finding = findByName(typed, campaign);
  const section = (code: string, name: string, items: readonly CatalogueItem[]): CatalogueSection[] =>
    items.length === 0 ? [] : [{ code, name, items: items.map((item) => itemView(item, typed, picked)) }];
  const byCategory = (items: readonly CatalogueItem[]): CatalogueSection[] =>
    categoriesOf(items).flatMap((category) =>
      section(
        category,
        translated(campaign.categories.find(({ code }) => code === category)?.name ?? ''),
        items.filter((item) => item.category === category),
      ),
    );
  if (finding === undefined) return { sections: byCategory(inOrderOf(campaign)), refusal: '', absence: '' };
  const items = itemsNamed(finding, campaign);
  switch (finding.kind) {
    case 'item':
      return {
        sections: finding.by === 'symptom' ? byCategory(items) : section('found', say('找到的'), items),
        refusal: '',
        absence: '',
      };
    case 'refused':
      return {
        sections: section('instead', say('可以看看'), items),
        refusal: translated(finding.reason),
        absence: '',
      };
    case 'not-listed':
      return {
        sections: section('nearest', say('最接近的'), items),
        refusal: '',
        absence:
          finding.reason === undefined ? say`清单里没有“${typed.trim()}”。` : translated(finding.reason),
      };
  }
}

function itemsNamed(finding: Finding, campaign: Campaign): CatalogueItem[] {
  const codes =
    finding.kind === 'item' ? finding.items : finding.kind === 'refused' ? finding.instead : finding.nearest;
  return codes.flatMap((code) => campaign.catalogue.find((item) => item.code === code) ?? []);
}

/** Groups items by category, in the order in which each category first occurs. */
const categoriesOf = (items: readonly CatalogueItem[]): string[] => [
  ...new Set(items.map(({ category }) => category)),
];

function inOrderOf({ categories, catalogue }: Campaign): CatalogueItem[] {
  return categories.flatMap(({ code }) => catalogue.filter(({ category }) => category === code));
}

function itemView(
  item: CatalogueItem,
  typed: string,
  picked: readonly string[],
): CatalogueSection['items'][number] {
  const isPicked = picked.includes(item.code);
  return {
    code: item.code,
    name: translated(item.name),
    aliasText: listed(aliasesFor(item, foldName(typed))),
    caution: translated(item.caution ?? ''),
    picked: isPicked,
    label: `${translated(item.name)}${isPicked ? say(',已选') : ''}`,
  };
}

/** The names that match the typed one come first; at most three fit a line. */
function aliasesFor(item: CatalogueItem, typed: string): string[] {
  const met = typed === '' ? [] : item.aliases.filter((alias) => foldName(alias).includes(typed));
  const written = speaksChinese() ? [] : [item.name];
  return [...new Set([...met, ...written, ...item.aliases])].slice(0, 3);
}
