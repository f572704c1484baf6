import type { Document, Value } from '../values/value';
import { naiveEvaluate, naiveEvaluateFor } from './naive-expression';
import { naiveAddFields, naiveDrop, naiveProject } from './naive-fields';
import { naiveBucket, naiveBucketAuto, naiveGroup } from './naive-groups';
import { isNone, isPlain, refuse, type Maybe } from './naive-kinds';
import { naiveOrder, truthy } from './naive-order';
import { naiveMatches } from './naive-query';

/** A stage by name. */
export type NaiveStage = [name: string, operand: Value];

/**
 * A pipeline, stage by stage, as the manual describes each, without regard to speed and without the engine's own code.
 * Source: https://www.mongodb.com/docs/manual/reference/operator/aggregation-pipeline/
 * @param collection what `$lookup` looks in
 */
export function naivePipeline(
  documents: Document[],
  stages: NaiveStage[],
  collection = documents,
): Document[] {
  return stages.reduce((left, [name, operand]) => naiveStage(left, name, operand, collection), documents);
}

function naiveStage(documents: Document[], name: string, operand: Value, collection: Document[]): Document[] {
  const spec = operand as Document;
  switch (name) {
    case '$match': {
      const { $expr, ...query } = spec;
      return documents.filter(
        (document) =>
          naiveMatches(query, document) && ($expr === undefined || truthy(naiveEvaluateFor($expr, document))),
      );
    }
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
      return documents.map((document) => naiveProject(spec, document));
    case '$addFields':
      return documents.map((document) => naiveAddFields(spec, document));
    case '$unset':
      return documents.map(
        (document) => (operand as string[]).reduce<Maybe>(naiveDrop, document) as Document,
      );
    case '$unwind':
      return documents.flatMap((document) => unwound(document, spec));
    case '$group':
      return naiveGroup(spec, documents);
    case '$bucket':
      return naiveBucket(spec, documents);
    case '$bucketAuto':
      return naiveBucketAuto(spec, documents);
    case '$sortByCount':
      return naiveStage(
        naiveGroup({ _id: operand, count: { $sum: 1 } }, documents),
        '$sort',
        { count: -1 },
        [],
      );
    case '$replaceRoot':
      return documents.map((document) => {
        const root = naiveEvaluateFor(spec.newRoot as Value, document);
        return isPlain(root) ? root : refuse('no document');
      });
    case '$facet': {
      const parts = Object.entries(spec).map(([part, stages]) => {
        const list = (stages as Document[]).map((stage) => Object.entries(stage)[0] as NaiveStage);
        return [part, naivePipeline(documents, list, collection)];
      });
      return [Object.fromEntries(parts) as Document];
    }
    case '$redact':
      return documents.flatMap((document) => redacted(document, operand, document) ?? []) as Document[];
    case '$lookup': {
      const { localField, foreignField, as } = spec as Record<string, string>;
      return documents.map((document) => {
        const wanted = endsOf(document, String(localField).split('.'));
        const found = collection.filter((other) =>
          (wanted.length > 0 ? wanted : [null]).some((value) =>
            naiveMatches({ [String(foreignField)]: { $eq: value } }, other),
          ),
        );
        return { ...document, [String(as)]: found };
      });
    }
    default:
      throw new Error(`the naive pipeline does not know ${name}`);
  }
}

/** All that a path leads to; of an array its elements. */
function endsOf(value: Maybe, path: string[]): Value[] {
  const [name, ...rest] = path;
  if (name === undefined) return value === undefined ? [] : Array.isArray(value) ? value : [value];
  if (Array.isArray(value)) return value.filter(isPlain).flatMap((item) => endsOf(item, path));
  return isPlain(value) ? endsOf(value[name], rest) : [];
}

/** Of an array the least element counts, or the greatest when descending; an empty one is below null. */
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

function redacted(value: Maybe, expression: Value, root: Document): Maybe {
  if (Array.isArray(value))
    return value.map((item) => redacted(item, expression, root)).filter((item) => item !== undefined);
  if (!isPlain(value)) return value;
  const names = { ROOT: root, CURRENT: value, KEEP: 'keep', PRUNE: 'prune', DESCEND: 'descend' };
  const action = naiveEvaluate(expression, names);
  if (action === 'keep') return value;
  if (action === 'prune') return undefined;
  if (action !== 'descend') refuse('no action');
  const left = Object.entries(value).map(([name, inner]) => [name, redacted(inner, expression, root)]);
  return Object.fromEntries(left.filter(([, inner]) => inner !== undefined)) as Document;
}
