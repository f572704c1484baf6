import { badValue } from '../refusals';
import { compareValues } from '../values/compare';
import { isDocument, type Document, type Value } from '../values/value';
import { compileAccumulators } from './accumulators';
import { compileExpression } from './expressions/compile';
import type { Variables } from './expressions/frame';
import { cellOfValue, composedItem, itemFields, type Item } from './flow';

/**
 * `$bucketAuto` splits the documents into the given number of buckets of about the same size.
 * Equal values stay together, so there may be fewer buckets. A bucket's `max` is the next one's `min`.
 * Source: https://www.mongodb.com/docs/manual/reference/operator/aggregation/bucketAuto/
 * @throws PlatformError for a `granularity`, which is not supported
 */
export function bucketAuto(items: readonly Item[], operand: Value, variables: Variables | undefined): Item[] {
  if (!isDocument(operand)) throw badValue('The argument to $bucketAuto must be an object');
  const { groupBy, buckets, output = { count: { $sum: 1 } }, granularity } = operand;
  if (groupBy === undefined || buckets === undefined)
    throw badValue("$bucketAuto requires 'groupBy' and 'buckets' to be specified");
  if (typeof buckets !== 'number' || !Number.isInteger(buckets) || buckets < 1)
    throw badValue(
      `The $bucketAuto 'buckets' field must be a positive 32-bit integer, but found: ${String(buckets)}`,
    );
  if (granularity !== undefined) throw badValue('$bucketAuto: granularity is not supported');
  const keyOf = compileExpression(groupBy, itemFields, variables);
  const gather = compileAccumulators(output as Document, variables);
  const sorted = items
    .map((item) => ({ item, key: keyOf(item) ?? null }))
    .sort((a, b) => compareValues(a.key, b.key));
  const size = Math.max(1, Math.round(sorted.length / buckets));
  const found: Item[] = [];
  for (let start = 0; start < sorted.length;) {
    let end = found.length === buckets - 1 ? sorted.length : Math.min(start + size, sorted.length);
    while (end < sorted.length && compareValues(sorted[end - 1]?.key, sorted[end]?.key) === 0) end++;
    const [min, max] = [sorted[start], sorted[Math.min(end, sorted.length - 1)]].map(
      (item) => item?.key ?? null,
    );
    const members = sorted.slice(start, end).map(({ item }) => item);
    const id = { min: min as Value, max: max as Value };
    found.push(composedItem(new Map([['_id', cellOfValue(id)], ...gather(members, id)])));
    start = end;
  }
  return found;
}
