import { badValue } from '../refusals';
import { isDocument, type Value } from '../values/value';
import { compileExpression } from './expressions/compile';
import type { Variables } from './expressions/frame';
import { itemFields, parsedItem, type Item } from './flow';

/**
 * `$replaceRoot` and `$replaceWith`: replace each document by an embedded or a computed one. Source:
 * https://www.mongodb.com/docs/manual/reference/operator/aggregation/replaceRoot/
 */
export function replaceRoot(
  items: readonly Item[],
  newRoot: Value | undefined,
  variables: Variables | undefined,
): Item[] {
  if (newRoot === undefined) throw badValue('no newRoot specified for the $replaceRoot stage');
  const evaluate = compileExpression(newRoot, itemFields, variables);
  return items.map((item) => {
    const root = evaluate(item);
    if (!isDocument(root))
      throw badValue("'newRoot' expression must evaluate to an object, but resulting value was none");
    return parsedItem(root);
  });
}
