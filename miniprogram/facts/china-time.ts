/**
 * The calendar and the clock of China. China keeps one time, UTC+8, all year; phones and servers may be set to another,
 * so that no other file adds the eight hours by hand.
 */
const chinaOffsetMs = 8 * 3_600_000;

/** `2022-12-20T09:05:30.000`: the date and the time of day that clocks in China show. */
export const chinaText = (atMs: number): string =>
  new Date(atMs + chinaOffsetMs).toISOString().replace('Z', '');

/** `2022-12-20`. */
export const chinaDay = (atMs: number): string => chinaText(atMs).slice(0, 10);

/** `2022-12`. */
export const chinaMonth = (atMs: number): string => chinaText(atMs).slice(0, 7);

/** `09:05`. */
export const chinaClock = (atMs: number): string => chinaText(atMs).slice(11, 16);

/** `2022-12-20 09:05:30`: whole seconds, rounded down. */
export const chinaSeconds = (atMs: number): string => chinaText(atMs).slice(0, 19).replace('T', ' ');

/** Milliseconds since 1970 of `2022-12-20 09:05:30` in China; undefined when no calendar has that time. */
export function chinaSecondsMs(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(text)) return undefined;
  const ms = Date.parse(`${text.replace(' ', 'T')}Z`) - chinaOffsetMs;
  return !Number.isNaN(ms) && chinaSeconds(ms) === text ? ms : undefined;
}
