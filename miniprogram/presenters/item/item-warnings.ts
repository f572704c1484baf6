import type { Campaign, CatalogueItem } from '../../../cloudfunctions/shared/contract/campaign';
import { clashesBetween } from '../../facts/medicines/clashes-between';
import { warningsFor } from '../../facts/medicines/warnings-for';
import { say, translated } from '../../facts/words/say';

/** One warning about an item before it is taken. */
export interface WarningLine {
  code: string;
  /** The item, and the group or the other item. */
  title: string;
  text: string;
  /** Whether the rule forbids; otherwise it advises to ask a doctor or a pharmacist. */
  isStrict: boolean;
}

/** Lines of one item: the strictest are enough, because the guide has the rest. */
const linesPerItem = 3;

/** Warnings about these items for these groups; none in a campaign without the module. */
export function groupWarnings(
  codes: readonly string[],
  groups: readonly string[],
  campaign: Campaign,
): WarningLine[] {
  if (!campaign.modules.includes('ages')) return [];
  return listedItems(codes, campaign).flatMap((item) =>
    warningsFor(item, groups, campaign)
      .slice(0, linesPerItem)
      .map(({ code, condition, say: text, level }) => ({
        code: `${item.code}-${code}`,
        title: say`${shortName(item)}，${translated(condition)}`,
        text: translated(text),
        isStrict: level === 'stop',
      })),
  );
}

/** The pairs of these items that must not be taken together; none in a campaign without the module. */
export function itemClashes(codes: readonly string[], campaign: Campaign): WarningLine[] {
  if (!campaign.modules.includes('ingredients')) return [];
  const items = listedItems(codes, campaign);
  return clashesBetween(items, campaign.clashes, campaign.substances).flatMap(({ first, second, clashes }) =>
    clashes.slice(0, 1).map(({ code, say: text, level }) => ({
      code: `${items[first]?.code ?? ''}-${items[second]?.code ?? ''}-${code}`,
      title: [items[first], items[second]].flatMap((item) => (item ? shortName(item) : [])).join(say('和')),
      text: translated(text),
      isStrict: level === 'stop',
    })),
  );
}

/** The general notices of these items for everybody. */
export function itemCautions(codes: readonly string[], campaign: Campaign): WarningLine[] {
  return listedItems(codes, campaign).flatMap((item) =>
    item.caution === undefined
      ? []
      : [{ code: item.code, title: shortName(item), text: translated(item.caution), isStrict: false }],
  );
}

/** Without the forms in brackets: a line at the largest font holds few characters. */
const shortName = ({ name }: CatalogueItem): string => translated(name).replace(/（.*）|\s\(.*\)/, '');

const listedItems = (codes: readonly string[], { catalogue }: Campaign): CatalogueItem[] =>
  codes.flatMap((code) => catalogue.find((item) => item.code === code) ?? []);
