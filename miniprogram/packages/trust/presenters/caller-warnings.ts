import type { Campaign } from '../../../../cloudfunctions/shared/contract/campaign';
import type { Caller } from '../../../../cloudfunctions/shared/contract/contact-calls';
import { groupWarnings, itemClashes } from '../../../presenters/item/item-warnings';
import type { WarningLine } from '../../../presenters/item/item-warnings';

/**
 * What the giver should know before handing over: the offered medicines for the people whom the taker named, and together. The summary names the items
 * as the catalogue does.
 */
export function callerWarnings(
  { board, summary, forWhom }: Pick<Caller, 'board' | 'summary' | 'forWhom'>,
  campaign: Campaign,
): WarningLine[] {
  if (board !== 'spare') return [];
  // A mark within brackets divides no names: 布洛芬（胶囊、片）.
  const names = summary.split(/、(?![^（]*）)/);
  const codes = campaign.catalogue.filter(({ name }) => names.includes(name)).map(({ code }) => code);
  return [...itemClashes(codes, campaign), ...groupWarnings(codes, forWhom.groups, campaign)];
}
