import { isDocument, type Value } from '../values/value';
import { compileExpression } from './expressions/compile';
import type { Variables } from './expressions/frame';
import { extendedItem, itemFields, type Item } from './flow';

/**
 * `$addFields` of top-level fields, each from a compiled expression.
 * @returns undefined for paths and embedded documents, which are merged into existing values
 */
export function addFields(
  operand: Value,
  variables: Variables | undefined,
): ((item: Item) => Item) | undefined {
  if (!isDocument(operand)) return undefined;
  const entries = Object.entries(operand);
  if (!entries.every(([name, expression]) => isPlainName(name) && isScalarOrOperator(expression)))
    return undefined;
  const names = entries.map(([name]) => name);
  const evaluators = entries.map(([, expression]) => compileExpression(expression, itemFields, variables));
  return (item) =>
    extendedItem(
      item,
      names,
      evaluators.map((evaluate) => evaluate(item)),
    );
}

/** Whether the name is a field of the document itself rather than a path. */
export const isPlainName = (name: string): boolean =>
  name !== '' && !name.includes('.') && !name.startsWith('$');

/** Whether the value is a scalar or an operator, rather than an embedded document or a list of expressions. */
export function isScalarOrOperator(expression: Value): boolean {
  if (Array.isArray(expression)) return false;
  return !isDocument(expression) || Object.keys(expression)[0]?.startsWith('$') === true;
}
