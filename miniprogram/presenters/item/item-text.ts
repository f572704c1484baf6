import type { Packaging } from '../../../cloudfunctions/shared/contract/post-body';
import { say, translated } from '../../facts/words/say';
import { worded } from '../../facts/words/worded';

export const packagings: readonly { code: Packaging; name: string; hint: string }[] = [
  { code: 'sealed', name: worded('{sealed}'), hint: '' },
  { code: 'opened-blister', name: worded('{openedBlister}'), hint: '' },
];

/** 2024年8月 of 2024-08; empty for none. */
export function expiryText(month: string | undefined): string {
  const [year, number] = (month ?? '').split('-');
  return year === undefined || number === undefined ? '' : say`${year}年${Number(number)}月`;
}

/** 整盒未拆; empty for none. */
export function packagingText(packaging: Packaging | undefined): string {
  return translated(packagings.find(({ code }) => code === packaging)?.name ?? '');
}
