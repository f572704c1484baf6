import { exactKey } from '../exact-key';
import type { Value } from '../../values/value';
import { compareValues } from '../../values/compare';
import { arrayOf, isNone, taking, takingAll, truthy, type ValueOperator } from './operator';

/**
 * Operators that treat arrays as sets.
 * Source: https://www.mongodb.com/docs/manual/reference/operator/aggregation/#set-expression-operators
 */
export const sets: Record<string, ValueOperator> = {
  $setUnion: takingAll((lists) => {
    if (lists.some(isNone)) return null;
    return inOrder(distinct(lists.flatMap((list) => arrayOf('$setUnion', list))));
  }),
  $setIntersection: takingAll((lists) => {
    if (lists.some(isNone)) return null;
    const [first = new Map<string, Value>(), ...others] = lists.map((list) =>
      distinct(arrayOf('$setIntersection', list)),
    );
    return inOrder(new Map([...first].filter(([key]) => others.every((other) => other.has(key)))));
  }),
  $setDifference: taking((a, b) => {
    if (isNone(a) || isNone(b)) return null;
    const away = distinct(arrayOf('$setDifference', b));
    return [...distinct(arrayOf('$setDifference', a))]
      .filter(([key]) => !away.has(key))
      .map(([, value]) => value);
  }, 2),
  $setEquals: takingAll((lists) => {
    const [first, ...others] = lists.map((list) => distinct(arrayOf('$setEquals', list)));
    return others.every(
      (other) => other.size === first?.size && [...other.keys()].every((key) => first.has(key)),
    );
  }, 2),
  $setIsSubset: taking((a, b) => {
    const whole = distinct(arrayOf('$setIsSubset', b));
    return [...distinct(arrayOf('$setIsSubset', a)).keys()].every((key) => whole.has(key));
  }, 2),
  $anyElementTrue: taking((list) => arrayOf('$anyElementTrue', list).some(truthy), 1),
  $allElementsTrue: taking((list) => arrayOf('$allElementsTrue', list).every(truthy), 1),
};

/** The distinct values, each by a text that only equal values share. The first of several equal values is kept. */
export function distinct(values: readonly Value[]): Map<string, Value> {
  const found = new Map<string, Value>();
  for (const value of values) {
    const key = exactKey(value);
    if (!found.has(key)) found.set(key, value);
  }
  return found;
}

function inOrder(set: Map<string, Value>): Value[] {
  return [...set.values()].sort(compareValues);
}
