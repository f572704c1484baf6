import { badValue } from '../refusals';
import { compareValues } from '../values/compare';
import { isDocument, type Document, type Value } from '../values/value';
import { getAt } from './target';

/**
 * Sorts an array in place as `$push` and `$sortArray` do: by whole elements, or by fields of those that are documents. Equal ones
 * stay in their order; what an element lacks counts as null, and an array is compared whole.
 */
export function sortItems(array: Value[], sort: number | Document): void {
  if (typeof sort === 'number') {
    array.sort((a, b) => compareValues(a, b) * sort);
    return;
  }
  const fields = Object.entries(sort) as [path: string, direction: number][];
  const valueOf = (item: Value, path: string): Value => (isDocument(item) ? getAt(item, path) : null) ?? null;
  array.sort((a, b) => {
    for (const [path, direction] of fields) {
      const order = compareValues(valueOf(a, path), valueOf(b, path)) * direction;
      if (order !== 0) return order;
    }
    return 0;
  });
}

/** @throws PlatformError for what is no order of elements */
export function checkSort(sort: Value): void {
  if (sort === 1 || sort === -1) return;
  if (!isDocument(sort) || Object.keys(sort).length === 0)
    throw badValue(
      'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields',
    );
  for (const direction of Object.values(sort))
    if (direction !== 1 && direction !== -1) throw badValue('The $sort element value must be either 1 or -1');
}
