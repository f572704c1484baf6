import type { Document, Value } from '../../src/values/value';
import { naiveEvaluateFor, type Names } from './naive-expression';
import { isPlain, type Maybe } from './naive-kinds';
import { naiveMatches } from './naive-query';

/** Runs a pipeline that is written within a stage. */
type Run = (documents: Document[], pipeline: Value, names: Names) => Document[];

/**
 * `$lookup`: joins by equal fields, by a pipeline that sees what `let` declares, or by both, the fields first.
 * Source: https://www.mongodb.com/docs/manual/reference/operator/aggregation/lookup/
 */
export function naiveLookup(
  document: Document,
  spec: Document,
  collection: Document[],
  outer: Names,
  run: Run,
): Document {
  const { localField, foreignField, as, pipeline } = spec;
  const declared = Object.entries((spec.let ?? {}) as Document).map(([name, expression]) => [
    name,
    naiveEvaluateFor(expression, document, outer),
  ]);
  const names = { ...outer, ...(Object.fromEntries(declared) as Names) };
  let found = collection;
  if (localField !== undefined) {
    const wanted = endsOf(document, String(localField).split('.'));
    found = collection.filter((other) =>
      (wanted.length > 0 ? wanted : [null]).some((value) =>
        naiveMatches({ [String(foreignField)]: { $eq: value } }, other),
      ),
    );
  }
  if (pipeline !== undefined) found = run(found, pipeline, names);
  return put(document, String(as).split('.'), found);
}

/** Sets a value at a path. A value on the path that is not a document is replaced by one. */
function put(value: Maybe, [name = '', ...rest]: string[], to: Value): Document {
  const own = isPlain(value) ? value : {};
  return { ...own, [name]: rest.length > 0 ? put(own[name], rest, to) : to };
}

/** All values that a path leads to; an array at its end gives its elements. */
function endsOf(value: Maybe, path: string[]): Value[] {
  const [name, ...rest] = path;
  if (name === undefined) return value === undefined ? [] : Array.isArray(value) ? value : [value];
  if (Array.isArray(value)) return value.filter(isPlain).flatMap((item) => endsOf(item, path));
  return isPlain(value) ? endsOf(value[name], rest) : [];
}
