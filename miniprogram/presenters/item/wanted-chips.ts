import type { Campaign } from '../../../cloudfunctions/shared/contract/campaign';

/** What most people look for, by the short names that fit a chip: 布洛芬, without its forms. */
export function wantedChips({
  wanted,
  catalogue,
}: Pick<Campaign, 'wanted' | 'catalogue'>): { code: string; name: string }[] {
  return wanted.flatMap((code) => {
    const listed = catalogue.find((item) => item.code === code);
    return listed === undefined ? [] : [{ code, name: listed.name.replace(/（.*$/, '') }];
  });
}
