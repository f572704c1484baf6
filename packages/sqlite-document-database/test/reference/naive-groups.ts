import type { Document, Value } from '../../src/values/value';
import { naiveDeviation, naiveExtreme, naiveMean, naiveSum } from './naive-arithmetic';
import { naiveArrays, naiveMerge } from './naive-arrays';
import { naiveEvaluateFor, type Names } from './naive-expression';
import { refuse, type Maybe } from './naive-kinds';
import { naiveDistinct, naiveOrder } from './naive-order';

/*
 * The stages `$group`, `$bucket` and `$bucketAuto`.
 * Source: https://www.mongodb.com/docs/manual/reference/operator/aggregation/group/
 */

export function naiveGroup(
  { _id: by, ...fields }: Document,
  documents: Document[],
  names: Names,
): Document[] {
  const keyed = documents.map((document) => ({
    key: naiveEvaluateFor(by as Value, document, names) ?? null,
    document,
  }));
  return naiveDistinct(keyed.map(({ key }) => key)).map((key) => {
    const members = keyed.filter((each) => naiveOrder(each.key, key) === 0).map(({ document }) => document);
    return { _id: key, ...gathered(fields, members, names, key) };
  });
}

export function naiveBucket(spec: Document, documents: Document[], names: Names): Document[] {
  const { groupBy, boundaries, default: other, output = { count: { $sum: 1 } } } = spec;
  const limits = boundaries as Value[];
  const keyed = documents.map((document) => {
    const value = naiveEvaluateFor(groupBy as Value, document, names);
    const at = limits.findIndex(
      (limit, i) =>
        i < limits.length - 1 && naiveOrder(value, limit) >= 0 && naiveOrder(value, limits[i + 1]) < 0,
    );
    if (at < 0 && other === undefined) refuse('in no bucket');
    return { key: (at < 0 ? other : limits[at]) as Value, document };
  });
  const keys = naiveDistinct(keyed.map(({ key }) => key)).sort(naiveOrder);
  return keys.map((key) => {
    const members = keyed.filter((each) => naiveOrder(each.key, key) === 0).map(({ document }) => document);
    return { _id: key, ...gathered(output as Document, members, names) };
  });
}

/** `$bucketAuto`: each bucket takes its share, then all documents equal to its last one. The last bucket takes the rest. */
export function naiveBucketAuto(spec: Document, documents: Document[], names: Names): Document[] {
  const { groupBy, buckets, output = { count: { $sum: 1 } } } = spec;
  const left = documents
    .map((document) => ({ key: naiveEvaluateFor(groupBy as Value, document, names) ?? null, document }))
    .sort((a, b) => naiveOrder(a.key, b.key));
  const share = Math.max(1, Math.round(left.length / Number(buckets)));
  const found: Document[] = [];
  while (left.length > 0) {
    const taken = left.splice(0, found.length + 1 === buckets ? left.length : share);
    while (left[0] && naiveOrder(left[0].key, taken.at(-1)?.key) === 0) taken.push(...left.splice(0, 1));
    const max = (left[0] ?? taken.at(-1))?.key ?? null;
    const members = taken.map(({ document }) => document);
    found.push({ _id: { min: taken[0]?.key ?? null, max }, ...gathered(output as Document, members, names) });
  }
  return found;
}

function gathered(fields: Document, members: Document[], names: Names, id: Value = null): Document {
  const entries = Object.entries(fields).map(([name, accumulator]) => {
    const [operator = '', operand = null] = Object.entries(accumulator as Document)[0] ?? [];
    if (operator.endsWith('N')) {
      const { input = null, n = null } = operand as Document;
      const list = members.map((member) => naiveEvaluateFor(input, member, names) ?? null);
      const idFields = typeof id === 'object' && !Array.isArray(id) ? (id as Document) : {};
      const count = naiveEvaluateFor(n, idFields ?? {}, names);
      return [name, naiveArrays[operator]?.([], { input: list, n: count })];
    }
    const values = members.map((member) => naiveEvaluateFor(operand, member, names));
    return [name, accumulate(operator, values) ?? null];
  });
  return Object.fromEntries(entries) as Document;
}

function accumulate(operator: string, values: Maybe[]): Maybe {
  switch (operator) {
    case '$sum':
      return naiveSum(values);
    case '$avg':
      return naiveMean(values);
    case '$min':
      return naiveExtreme(values, -1);
    case '$max':
      return naiveExtreme(values, 1);
    case '$first':
      return values[0];
    case '$last':
      return values.at(-1);
    case '$push':
      return values.filter((value) => value !== undefined);
    case '$addToSet':
      return naiveDistinct(values.filter((value) => value !== undefined));
    case '$mergeObjects':
      return naiveMerge(values);
    case '$stdDevPop':
      return naiveDeviation(values, 0);
    case '$stdDevSamp':
      return naiveDeviation(values, 1);
    case '$count':
      return values.length;
    default:
      throw new Error(`the naive evaluator does not know ${operator}`);
  }
}
