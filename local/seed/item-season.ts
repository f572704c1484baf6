import { chinaMonth } from '@facts/china-time';

/** Items whose demand depends on the season: people cough in winter and have stomach trouble in summer. */
const wintry = new Set([
  'lianhua-qingwen',
  'ambroxol',
  'acetylcysteine',
  'bromhexine',
  'guaifenesin',
  'mask-n95',
]);
const summery = new Set(['huoxiang-zhengqi', 'electrolyte-water', 'loratadine', 'cetirizine']);

/** The factor on an item's weight in the month of `nowMs` (China's time). */
export function seasonFactor(code: string, nowMs: number): number {
  const month = Number(chinaMonth(nowMs).slice(5));
  const isWinter = month >= 11 || month <= 2;
  const isSummer = month >= 6 && month <= 9;
  if (wintry.has(code)) return isWinter ? 1.5 : isSummer ? 0.6 : 1;
  if (summery.has(code)) return isSummer ? 3 : isWinter ? 0.6 : 1;
  return 1;
}
