import type { Campaign, CatalogueItem } from '../../../cloudfunctions/shared/contract/campaign';
import { clashesBetween } from '../../facts/medicines/clashes-between';
import { warningsFor } from '../../facts/medicines/warnings-for';

/** One line of what must be known before an item is taken. */
export interface WarningLine {
  code: string;
  /** The item, and for whom or with what. */
  title: string;
  text: string;
  /** Whether the rule forbids; otherwise it advises to ask a doctor or a pharmacist. */
  isStrict: boolean;
}

/** Lines of one item: the strictest say enough, the guide says the rest. */
const linesPerItem = 3;

/** What these groups must know of these items. None where the campaign has no such module. */
export function groupWarnings(
  codes: readonly string[],
  groups: readonly string[],
  campaign: Campaign,
): WarningLine[] {
  return listedItems(codes, campaign).flatMap((item) =>
    warningsFor(item, groups, campaign)
      .slice(0, linesPerItem)
      .map(({ code, condition, say, level }) => ({
        code: `${item.code}-${code}`,
        title: `${shortName(item)}，${condition}`,
        text: say,
        isStrict: level === 'stop',
      })),
  );
}

/** Which of these items must not be taken together. */
export function itemClashes(codes: readonly string[], campaign: Campaign): WarningLine[] {
  const items = listedItems(codes, campaign);
  return clashesBetween(items, campaign.clashes, campaign.substances).flatMap(({ first, second, clashes }) =>
    clashes.slice(0, 1).map(({ code, say, level }) => ({
      code: `${items[first]?.code ?? ''}-${items[second]?.code ?? ''}-${code}`,
      title: [items[first], items[second]].flatMap((item) => (item ? shortName(item) : [])).join('和'),
      text: say,
      isStrict: level === 'stop',
    })),
  );
}

/** What each of these items says of itself to everybody. */
export function itemCautions(codes: readonly string[], campaign: Campaign): WarningLine[] {
  return listedItems(codes, campaign).flatMap((item) =>
    item.caution === undefined
      ? []
      : [{ code: item.code, title: shortName(item), text: item.caution, isStrict: false }],
  );
}

/** Without the forms in brackets: a line at the largest font holds few characters. */
const shortName = ({ name }: CatalogueItem): string => name.replace(/（.*）/, '');

function listedItems(codes: readonly string[], { modules, catalogue }: Campaign): CatalogueItem[] {
  if (!modules.includes('medicine-warnings')) return [];
  return codes.flatMap((code) => catalogue.find((item) => item.code === code) ?? []);
}
