import type { Document, Value } from '../../src/values/value';
import { naiveEvaluate, naiveEvaluateFor, type Names } from './naive-expression';
import { naiveAddFields, naiveDrop, naiveProject } from './naive-fields';
import { naiveBucket, naiveBucketAuto, naiveGroup } from './naive-groups';
import { naiveLookup } from './naive-lookup';
import { isNone, isPlain, refuse, type Maybe } from './naive-kinds';
import { naiveOrder, truthy } from './naive-order';
import { naiveMatches } from './naive-query';

/** A stage: its name and its operand. */
export type NaiveStage = [name: string, operand: Value];

/**
 * Runs a pipeline stage by stage as the manual describes each one. Tests compare the engine with it, so it uses none of the
 * engine's code and does not care for speed.
 * Source: https://www.mongodb.com/docs/manual/reference/operator/aggregation-pipeline/
 * @param collection the documents that `$lookup` searches
 * @param names the values that an enclosing `$lookup` declares
 */
export function naivePipeline(
  documents: Document[],
  stages: NaiveStage[],
  collection = documents,
  names: Names = {},
): Document[] {
  return stages.reduce(
    (left, [name, operand]) => naiveStage(left, name, operand, collection, names),
    documents,
  );
}

function naiveStage(
  documents: Document[],
  name: string,
  operand: Value,
  collection: Document[],
  names: Names,
): Document[] {
  const spec = operand as Document;
  switch (name) {
    case '$match':
      return documents.filter((document) => matches(spec, document, names));
    case '$sort':
      return [...documents].sort((a, b) => {
        for (const [path, direction] of Object.entries(spec)) {
          const order = naiveOrder(
            sortKey(a, path, direction as 1 | -1),
            sortKey(b, path, direction as 1 | -1),
          );
          if (order !== 0) return order * (direction as number);
        }
        return 0;
      });
    case '$skip':
      return documents.slice(Number(operand));
    case '$limit':
      return documents.slice(0, Number(operand));
    case '$count':
      return documents.length > 0 ? [{ [String(operand)]: documents.length }] : [];
    case '$project':
      return documents.map((document) => naiveProject(spec, document, names));
    case '$addFields':
    case '$set':
      return documents.map((document) => naiveAddFields(spec, document, names));
    case '$unset':
      return documents.map(
        (document) =>
          [operand].flat().reduce<Maybe>((left, path) => naiveDrop(left, String(path)), document) as Document,
      );
    case '$unwind':
      return documents.flatMap((document) => unwound(document, spec));
    case '$group':
      return naiveGroup(spec, documents, names);
    case '$bucket':
      return naiveBucket(spec, documents, names);
    case '$bucketAuto':
      return naiveBucketAuto(spec, documents, names);
    case '$sortByCount':
      return naiveStage(
        naiveGroup({ _id: operand, count: { $sum: 1 } }, documents, names),
        '$sort',
        { count: -1 },
        [],
        names,
      );
    case '$replaceRoot':
      return documents.map((document) => {
        const root = naiveEvaluateFor(spec.newRoot as Value, document, names);
        return isPlain(root) ? root : refuse('no document');
      });
    case '$replaceWith':
      return naiveStage(documents, '$replaceRoot', { newRoot: operand }, collection, names);
    case '$facet': {
      const parts = Object.entries(spec).map(([part, stages]) => {
        return [part, naivePipeline(documents, stagesIn(stages), collection, names)];
      });
      return [Object.fromEntries(parts) as Document];
    }
    case '$redact':
      return documents.flatMap(
        (document) => redacted(document, operand, document, names) ?? [],
      ) as Document[];
    case '$lookup':
      return documents.map((document) =>
        naiveLookup(document, spec, collection, names, (found, pipeline, inner) =>
          naivePipeline(found, stagesIn(pipeline), collection, inner),
        ),
      );
    default:
      throw new Error(`the naive pipeline does not know ${name}`);
  }
}

/** Whether a document matches a query that may contain `$expr` at any level. */
function matches(query: Document, document: Document, names: Names): boolean {
  return Object.entries(query).every(([key, operand]) => {
    const holds = (part: Value): boolean => matches(part as Document, document, names);
    if (key === '$expr') return truthy(naiveEvaluateFor(operand, document, names));
    if (key === '$and') return (operand as Value[]).every(holds);
    if (key === '$or') return (operand as Value[]).some(holds);
    if (key === '$nor') return !(operand as Value[]).some(holds);
    return naiveMatches({ [key]: operand }, document);
  });
}

/** The stages of a pipeline in the form in which a request writes them. */
function stagesIn(written: Value | undefined): NaiveStage[] {
  return (written as Document[]).map((stage) => Object.entries(stage)[0] as NaiveStage);
}

/**
 * The value that a document is sorted by. An array sorts by its least element, or by its greatest when descending; an empty array
 * is below null.
 */
function sortKey(document: Document, path: string, direction: 1 | -1): Maybe {
  const keys = keysOf(document, path.split('.'));
  return keys.reduce((best, key) => (naiveOrder(key, best) * direction < 0 ? key : best));
}

function keysOf(value: Maybe, path: string[]): Maybe[] {
  const [name, ...rest] = path;
  if (name === undefined)
    return Array.isArray(value) ? (value.length > 0 ? value : [undefined]) : [value ?? null];
  if (Array.isArray(value)) {
    const keys = value.filter(isPlain).flatMap((item) => keysOf(item, path));
    return keys.length > 0 ? keys : [null];
  }
  return isPlain(value) ? keysOf(value[name], rest) : [null];
}

function unwound(document: Document, spec: Document): Document[] {
  const path = String(spec.path).slice(1).split('.');
  const index = spec.includeArrayIndex as string | undefined;
  const put = (at: number | null, value?: { to: Maybe }): Document => {
    const changed = value ? replaced(document, path, value.to) : document;
    return index === undefined ? changed : { ...changed, [index]: at };
  };
  const value = path.reduce<Maybe>((inner, name) => (isPlain(inner) ? inner[name] : undefined), document);
  if (Array.isArray(value) && value.length > 0) return value.map((item, at) => put(at, { to: item }));
  if (!isNone(value) && !Array.isArray(value)) return [put(null)];
  if (spec.preserveNullAndEmptyArrays !== true) return [];
  return [Array.isArray(value) ? put(null, { to: undefined }) : put(null)];
}

function replaced(document: Document, [name = '', ...rest]: string[], to: Maybe): Document {
  const inner = rest.length > 0 ? replaced(document[name] as Document, rest, to) : to;
  return Object.fromEntries(
    Object.entries({ ...document, [name]: inner }).filter(([, value]) => value !== undefined),
  ) as Document;
}

function redacted(value: Maybe, expression: Value, root: Document, outer: Names): Maybe {
  if (Array.isArray(value))
    return value.map((item) => redacted(item, expression, root, outer)).filter((item) => item !== undefined);
  if (!isPlain(value)) return value;
  const names = { ...outer, ROOT: root, CURRENT: value, KEEP: 'keep', PRUNE: 'prune', DESCEND: 'descend' };
  const action = naiveEvaluate(expression, names);
  if (action === 'keep') return value;
  if (action === 'prune') return undefined;
  if (action !== 'descend') refuse('no action');
  const left = Object.entries(value).map(([name, inner]) => [name, redacted(inner, expression, root, outer)]);
  return Object.fromEntries(left.filter(([, inner]) => inner !== undefined)) as Document;
}
