import { isDocument, type Value } from '../values/value';
import { compileExpression } from './expressions/compile';
import type { Variables } from './expressions/frame';
import {
  cellOfItem,
  cellOfList,
  cellOfPicked,
  cellOfValue,
  itemFields,
  type Cell,
  type Item,
  type PickedFields,
} from './flow';

/** Evaluates an expression without reading more of the item than it must; undefined is MongoDB's "missing". */
export type EvaluateCell = (item: Item) => Cell | undefined;

/**
 * Compiles an expression so that its value can be passed on without being parsed. That works for a field, the whole document, a
 * document of fields, and the first elements of an array; any other expression is computed.
 */
export function compileCell(expression: Value, variables?: Variables): EvaluateCell {
  if (expression === '$$ROOT') return cellOfItem;
  const name = fieldName(expression);
  if (name !== undefined) return (item) => item.cell(name);
  const fields = pickedFields(expression);
  if (fields) return (item) => cellOfPicked(item, fields);
  const evaluate = compileExpression(expression, itemFields, variables);
  const byValue: EvaluateCell = (item) => {
    const value = evaluate(item);
    return value === undefined ? undefined : cellOfValue(value);
  };
  const head = headOf(expression);
  if (!head) return byValue;
  return (item) => {
    const elements = item.cell(head.field)?.elements;
    return elements ? cellOfList(elements.slice(0, head.count)) : byValue(item);
  };
}

/** The name in `$name`, if it is a top-level field. */
function fieldName(expression: Value | undefined): string | undefined {
  return typeof expression === 'string' && /^\$[^$.][^.]*$/.test(expression)
    ? expression.slice(1)
    : undefined;
}

/** The fields in `{a: '$x', b: '$y'}`. */
function pickedFields(expression: Value): PickedFields | undefined {
  if (!isDocument(expression)) return undefined;
  const list: PickedFields['list'][number][] = [];
  const slots = new Map<string, number>();
  for (const [as, part] of Object.entries(expression)) {
    const field = fieldName(part);
    if (field === undefined || as.startsWith('$')) return undefined;
    const stored = JSON.stringify(field);
    const slot = slots.get(stored) ?? slots.size;
    slots.set(stored, slot);
    list.push({ label: `${JSON.stringify(as)}:`, as, field, slot });
  }
  return list.length ? { list, slots } : undefined;
}

/** The field and the count in `{$slice: ['$name', 3]}`, the first elements of an array. */
function headOf(expression: Value): { field: string; count: number } | undefined {
  if (!isDocument(expression) || Object.keys(expression).length !== 1 || !Array.isArray(expression.$slice))
    return undefined;
  const [array, count, more] = expression.$slice;
  const field = fieldName(array);
  return field !== undefined && more === undefined && Number.isInteger(count) && Number(count) > 0
    ? { field, count: Number(count) }
    : undefined;
}
