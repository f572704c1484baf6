import type { Document, Value } from '../../src/values/value';
import { naiveProject } from './naive-fields';
import { isPlain, refuse, type Maybe } from './naive-kinds';
import { naiveMatches } from './naive-query';

/**
 * The part of a document that `find` returns: fields kept or left out, also with `$slice`, `$elemMatch` and `path.$`.
 * Source: https://www.mongodb.com/docs/manual/reference/operator/projection/
 * @param query the query that found the document
 */
export function naiveFindProjection(projection: Document, document: Document, query: Document): Document {
  const entries = Object.entries(projection);
  const flags = entries.filter(([path, wanted]) => !isPlain(wanted) && path !== '_id');
  const slices = entries.filter(([, wanted]) => isPlain(wanted) && '$slice' in wanted);
  const matches = entries.filter(([, wanted]) => isPlain(wanted) && '$elemMatch' in wanted);
  const kept = flags.filter(([, wanted]) => Boolean(wanted)).map(([path]) => path.replace(/\.\$$/, ''));
  const left = flags.filter(([, wanted]) => !wanted).map(([path]) => path);
  const keeps = kept.length + matches.length > 0;
  if (keeps && left.length > 0) refuse('kept and left out');
  const withoutId = projection._id === 0;
  const paths = keeps ? [...kept, ...slices.map(([path]) => path)] : left;
  const spec: Document = Object.fromEntries(paths.map((path) => [path, keeps ? 1 : 0]));
  const base = keeps || paths.length > 0 ? { ...spec, _id: keeps ? 1 : 0 } : undefined;
  const idless = base ? naiveProject(base, document, {}) : document;
  const { _id, ...rest } = { _id: document._id, ...idless };
  let shown: Document = withoutId ? rest : { _id: _id as Value, ...rest };
  for (const [path, wanted] of slices)
    shown = sliced(shown, path.split('.'), (wanted as Document).$slice as Value) as Document;
  for (const [path, wanted] of matches) {
    const list = document[path];
    const condition = (wanted as Document).$elemMatch as Value;
    const found = Array.isArray(list)
      ? list.filter((item) => naiveMatches({ x: { $elemMatch: condition } }, { x: [item] }))
      : [];
    if (found.length > 0) shown = { ...shown, [path]: found.slice(0, 1) };
  }
  for (const [path] of flags.filter(([name]) => name.endsWith('.$'))) {
    const name = path.slice(0, -2);
    const list = document[name];
    const found = Array.isArray(list)
      ? list.filter((item) => naiveMatches({ x: query[name] as Value }, { x: [item] }))
      : [];
    if (found.length === 0) refuse('no element');
    shown = { ...shown, [name]: found.slice(0, 1) };
  }
  return shown;
}

/** Shortens the array at a path by `$slice`; where the path leads through an array, in each of its documents. */
function sliced(value: Maybe, [name, ...rest]: string[], slice: Value): Maybe {
  if (name !== undefined && Array.isArray(value))
    return value.map((item) => sliced(item, [name, ...rest], slice) as Value);
  if (name !== undefined)
    return isPlain(value) && value[name] !== undefined
      ? { ...value, [name]: sliced(value[name], rest, slice) as Value }
      : value;
  if (!Array.isArray(value)) return value;
  const [skip, limit] = Array.isArray(slice) ? (slice as [number, number]) : [Number(slice), undefined];
  if (limit === undefined) return skip < 0 ? value.slice(skip) : value.slice(0, skip);
  const from = skip < 0 ? Math.max(0, value.length + skip) : skip;
  return value.slice(from, from + limit);
}
