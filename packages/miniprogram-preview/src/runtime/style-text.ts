/**
 * Translates units that browsers lack, in styles set at run time: rpx (750 to a phone's width) and vh of the page area.
 */
export function toBrowserStyle(text: string): string {
  if (!/rpx|vh/.test(text)) return text;
  return text
    .replace(/(-?\d*\.?\d+)rpx\b/g, (_, n: string) => `${Number(n) / 7.5}vw`)
    .replace(/(-?\d*\.?\d+)vh\b/g, (_, n: string) => `calc(${n} * var(--page-vh, 1vh))`);
}
