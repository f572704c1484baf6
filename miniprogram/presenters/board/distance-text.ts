/** Headings of the distance bands, in the order of the contract's `distanceBandsMeters`. */
const bandTexts = [
  '1 公里内',
  '2 公里内',
  '5 公里内',
  '10 公里内',
  '20 公里内',
  '50 公里内',
  '100 公里内',
  '100 公里以外',
] as const;

/** From this band on, posts are farther than 50 km. */
const farBand = 6;

/** 1 公里内 … 100 公里以外. */
export function bandText(band: number): string {
  return bandTexts[band] ?? bandTexts[7];
}

/** What to say when even the nearest post is far; null when one is near. `nearestBand` undefined: there is none. */
export function farNotice(nearestBand: number | undefined): string | null {
  if (nearestBand === undefined || nearestBand < farBand) return null;
  return nearestBand === farBand ? '50 公里内没有，下面是最近的。' : '100 公里内没有，下面是最近的。';
}
