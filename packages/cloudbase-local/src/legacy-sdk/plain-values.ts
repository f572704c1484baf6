import { maxRequestDepth, parseEjson, plainJson, PlatformError } from 'sqlite-document-database';

/**
 * The text for a plain value in current requests. `{$date: milliseconds}` is a date in both; a server date was `{$date:
 * {offset}}`.
 * @returns undefined for undefined
 * @throws PlatformError for values that are nested too deep
 */
export function sentText(value: unknown): string | undefined {
  return value === undefined ? undefined : JSON.stringify(withServerDates(value, 0));
}

/** Documents as plain JSON, with dates as `{$date: milliseconds}`. */
export function plainDocuments(texts: readonly string[]): unknown[] {
  return texts.map((text) => plainJson(parseEjson(text)));
}

function withServerDates(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > maxRequestDepth)
    throw new PlatformError('INVALID_PARAM', `nested deeper than ${maxRequestDepth} levels`);
  if (Array.isArray(value)) return value.map((each) => withServerDates(each, depth + 1));
  const { $date } = value as { $date?: unknown };
  if (typeof $date === 'object' && $date !== null && 'offset' in $date) return { $tcb_server_date: $date };
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, withServerDates(each, depth + 1)]),
  );
}
