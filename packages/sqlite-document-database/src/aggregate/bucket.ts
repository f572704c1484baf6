import { badValue } from '../refusals';
import { compareValues } from '../values/compare';
import { isDocument, type Document, type Value } from '../values/value';
import type { Stage } from './stage';

/**
 * Expands `$bucket` to a `$group` by the lower boundary and a `$sort`. The lower boundary is inclusive, the upper one exclusive.
 * Source: https://www.mongodb.com/docs/manual/reference/operator/aggregation/bucket/
 */
export function bucketStages(operand: Value): Stage[] {
  if (!isDocument(operand)) throw badValue('$bucket needs an object');
  const { groupBy, boundaries, default: other, output = { count: { $sum: 1 } } } = operand;
  if (groupBy === undefined || !Array.isArray(boundaries) || boundaries.length < 2)
    throw badValue("$bucket requires 'groupBy' and at least two 'boundaries'");
  if (boundaries.some((boundary, at) => at > 0 && compareValues(boundaries[at - 1], boundary) >= 0))
    throw badValue("The 'boundaries' option to $bucket must be sorted");
  const branches = boundaries.slice(1).map((upper, at): Document => {
    const lower = { $literal: boundaries[at] as Value };
    return {
      case: { $and: [{ $gte: [groupBy, lower] }, { $lt: [groupBy, { $literal: upper }] }] },
      then: lower,
    };
  });
  const bucket: Document = { branches };
  if (other !== undefined) bucket.default = { $literal: other };
  return [
    { name: '$group', operand: { _id: { $switch: bucket }, ...(output as Document) } },
    { name: '$sort', operand: { _id: 1 } },
  ];
}
