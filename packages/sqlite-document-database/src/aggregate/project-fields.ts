import { isDocument, type Value } from '../values/value';
import { isPlainName, isScalarOrOperator } from './add-fields';
import { compileCell, type EvaluateCell } from './compile-cell';
import { composedItem, type Cell, type Item } from './flow';
import type { Variables } from './expressions/frame';

/**
 * Compiles a `$project` to top-level fields, kept or computed. `_id` comes first whatever the operand's order, as in MongoDB.
 * @returns undefined for operands beyond that: paths, embedded documents, and exclusions other than `_id: 0`
 */
export function projectFields(
  operand: Value,
  variables: Variables | undefined,
): ((item: Item) => Item) | undefined {
  if (!isDocument(operand)) return undefined;
  const fields: [string, EvaluateCell][] = [];
  const { _id: id = 1, ...rest } = operand;
  const wantsId = id === 1 || id === true;
  if (!wantsId && id !== 0 && id !== false) return undefined;
  if (wantsId) fields.push(['_id', (item) => item.cell('_id')]);
  for (const [name, expression] of Object.entries(rest)) {
    if (!isPlainName(name) || !isScalarOrOperator(expression) || isProjectionOperator(expression))
      return undefined;
    if (expression === 1 || expression === true) fields.push([name, (item) => item.cell(name)]);
    else if (typeof expression === 'string' || isDocument(expression))
      fields.push([name, compileCell(expression, variables)]);
    else return undefined;
  }
  if (Object.keys(rest).length === 0) return undefined;
  return (item) => {
    const cells = new Map<string, Cell>();
    for (const [name, evaluate] of fields) {
      const cell = evaluate(item);
      if (cell) cells.set(name, cell);
    }
    return composedItem(cells);
  };
}

/** Whether it is `{$slice: 3}` or `{$elemMatch: …}`, which read the field that they are written under. */
function isProjectionOperator(expression: Value): boolean {
  if (!isDocument(expression)) return false;
  if (expression.$elemMatch !== undefined) return true;
  const slice = expression.$slice;
  return slice !== undefined && (!Array.isArray(slice) || slice.every((part) => typeof part === 'number'));
}
