import { say } from './words/say';

/**
 * Upper ends of the distance bands, in metres. A distance is only ever shown as its band:
 * band 0 is within 1 km, band 7 is farther than 100 km.
 */
export const distanceBandsMeters = [1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000] as const;

/** The band that a distance falls in, an index into `distanceBandsMeters` or its length; an edge belongs to the nearer band. */
export function distanceBand(meters: number): number {
  const band = distanceBandsMeters.findIndex((upper) => meters <= upper);
  return band === -1 ? distanceBandsMeters.length : band;
}

/** The far end of a band in metres; infinite for the last. */
export const bandEndMeters = (band: number): number => distanceBandsMeters[band] ?? Infinity;

/** The near end of a band in metres; only the first band contains its near end, 0. */
export const bandStartMeters = (band: number): number =>
  band === 0 ? 0 : (distanceBandsMeters[band - 1] ?? 0);

/** 1 公里内 … 100 公里内, 100 公里以外. */
export function bandText(band: number): string {
  const end = distanceBandsMeters[band];
  return end === undefined
    ? say`${kilometres(distanceBandsMeters.length - 1)} 公里以外`
    : say`${end / 1000} 公里内`;
}

/**
 * The sentence for a nearest post that is farther than 50 km; null when one is near, or when there is no post at all
 * (`nearestBand` undefined).
 */
export function farNotice(nearestBand: number | undefined): string | null {
  if (nearestBand === undefined || !isFar(nearestBand)) return null;
  return say`${kilometres(nearestBand - 1)} 公里内没有。`;
}

/** The first band that is too far for the way there. */
export const farBand = 6;

/** Farther than 50 km. */
export const isFar = (band: number): boolean => band >= farBand;

const kilometres = (band: number): number => (distanceBandsMeters[band] ?? 0) / 1000;
