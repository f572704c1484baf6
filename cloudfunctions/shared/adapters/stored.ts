/** A schema, as much of zod's as is needed here. */
interface Schema<T> {
  parse(value: unknown): T;
}

/** What the SDK answers a read with; it may also hand back an error instead of throwing it. */
interface Answer {
  data?: unknown;
  code?: unknown;
  message?: unknown;
}

/** The documents of an answer, each checked: what does not fit its schema is a defect, not data. */
export function documents<T>(schema: Schema<T>, answer: Answer): T[] {
  const { data } = accepted(answer);
  const list: unknown[] = Array.isArray(data) ? data : data === null || data === undefined ? [] : [data];
  return list.map((document) => schema.parse(withPlainPoints(document)));
}

/** The SDK hands points over as objects of its own, with a `toJSON` that is GeoJSON again. */
function withPlainPoints(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withPlainPoints);
  if ('toJSON' in value && typeof value.toJSON === 'function') return value.toJSON();
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, withPlainPoints(field)]));
}

export const documentOrNull = <T>(schema: Schema<T>, answer: Answer): T | null =>
  documents(schema, answer)[0] ?? null;

/** The answer, unless it is an error. */
export function accepted<A extends Answer>(answer: A): A {
  if (!answer.code) return answer;
  throw Object.assign(new Error(String(answer.message)), { code: String(answer.code) });
}
