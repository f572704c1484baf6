/** Times as dypls writes them: `yyyy-MM-dd HH:mm:ss`, in China (UTC+8). */

const CHINA_OFFSET_MS = 8 * 3_600_000;
const FORM = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;

/** Milliseconds since 1970; undefined when the text is no time of the calendar. */
export function parseBeijingTime(text: string): number | undefined {
  if (!FORM.test(text)) return undefined;
  const ms = Date.parse(`${text.replace(' ', 'T')}Z`) - CHINA_OFFSET_MS;
  return !Number.isNaN(ms) && formatBeijingTime(ms) === text ? ms : undefined;
}

/** Whole seconds, cut. */
export function formatBeijingTime(ms: number): string {
  return new Date(ms + CHINA_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');
}
