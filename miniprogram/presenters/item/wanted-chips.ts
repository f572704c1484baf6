import type { Campaign } from '../../../cloudfunctions/shared/contract/campaign';
import { shortName } from './short-name';

/** What most people look for, and after it what else is `chosen`, by the short names that fit a chip. */
export function wantedChips(
  { wanted, catalogue }: Pick<Campaign, 'wanted' | 'catalogue'>,
  chosen: readonly string[] = [],
): { code: string; name: string }[] {
  return [...new Set([...wanted, ...chosen])].flatMap((code) => {
    const listed = catalogue.find((item) => item.code === code);
    return listed === undefined ? [] : [{ code, name: shortName(listed.name) }];
  });
}
