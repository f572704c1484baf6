import { z } from 'zod';
import { reportBroken } from './broken-documents';

/** The part of a zod schema that is used here. */
interface Schema<T> {
  parse(value: unknown): T;
}

/** The SDK's answer to a read; it may also return an error instead of throwing it. */
interface Answer {
  data?: unknown;
  code?: unknown;
  message?: unknown;
}

/** The documents of a list that fit their schema. A broken one is left out and logged, so that it fails no other. */
export function documents<T>(schema: Schema<T>, answer: Answer): T[] {
  return rows(answer).flatMap((row) => {
    const document = readable(schema, withPlainPoints(row));
    return document === null ? [] : [document];
  });
}

/** A row of an aggregate; null for a broken one, which is logged. */
export function readable<T>(schema: Schema<T>, row: unknown): T | null {
  try {
    return fitted(schema, row);
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const { _id: id } = Object(row) as { _id?: unknown };
    const problems = error.issues.map(({ path, code }) => `${path.join('.')} ${code}`);
    reportBroken(typeof id === 'string' && hexId.test(id) ? id : null, problems);
    return null;
  }
}

/** The ids of a list's documents, including those of broken ones. */
export const idsOf = (answer: Answer): string[] =>
  rows(answer).flatMap((row) => {
    const { _id: id } = Object(row) as { _id?: unknown };
    return typeof id === 'string' ? [id] : [];
  });

/** The rows of an answer, unchecked. */
export function rows(answer: Answer): unknown[] {
  const { data } = accepted(answer);
  if (Array.isArray(data)) return data as unknown[];
  return data === null || data === undefined ? [] : [data];
}

/** Names no account: an openid is not hexadecimal. */
const hexId = /^[0-9a-f]{32}$/;

/** Fields that no schema knows are dropped: a newer version may have written them, or somebody in the console. */
function fitted<T>(schema: Schema<T>, row: unknown): T {
  try {
    return schema.parse(row);
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    for (const issue of error.issues)
      if (issue.code === 'unrecognized_keys') dropFields(row, issue.path, issue.keys);
    return schema.parse(row);
  }
}

function dropFields(root: unknown, path: readonly PropertyKey[], keys: readonly string[]): void {
  const holder = path.reduce((value, key) => Reflect.get(Object(value) as object, key) as unknown, root);
  for (const key of keys) Reflect.deleteProperty(Object(holder) as object, key);
}

/**
 * The SDK's queries hand points over as objects of its own, with a `toJSON` that is GeoJSON again; its aggregates do not. They are replaced
 * within the answer, because a copy of every document was a tenth of the work for a page of a board.
 */
function withPlainPoints(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('toJSON' in value && typeof value.toJSON === 'function') return value.toJSON();
  for (const [key, field] of Object.entries(value)) {
    const plain = withPlainPoints(field);
    if (plain !== field) Reflect.set(value, key, plain);
  }
  return value;
}

/** The one document of an answer. Throws when it is broken, because taking it for absent would overwrite it. */
export function documentOrNull<T>(schema: Schema<T>, answer: Answer): T | null {
  const [row] = rows(answer);
  return row === undefined ? null : fitted(schema, withPlainPoints(row));
}

/** Returns the answer. Throws when the SDK returned an error as its answer. */
export function accepted<A extends Answer>(answer: A): A {
  if (!answer.code) return answer;
  throw Object.assign(new Error(String(answer.message)), { code: String(answer.code) });
}
