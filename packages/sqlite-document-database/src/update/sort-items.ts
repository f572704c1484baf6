import { badValue } from '../refusals';
import { compareValues } from '../values/compare';
import { isDocument, type Document, type Value } from '../values/value';
import { getAt } from './target';

/**
 * Sorts an array in place as `$push` and `$sortArray` do: by whole elements, or by fields of elements that are documents. The
 * sort is stable. A field that an element lacks counts as null, and a field that is an array is compared as a whole.
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

/** @throws PlatformError for a value that is not a sort order */
export function checkSort(sort: Value): void {
  if (sort === 1 || sort === -1) return;
  if (!isDocument(sort) || Object.keys(sort).length === 0)
    throw badValue(
      'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields',
    );
  for (const direction of Object.values(sort))
    if (direction !== 1 && direction !== -1) throw badValue('The $sort element value must be either 1 or -1');
}
