import { encodeKey, keyText } from '../index/key';
import { badValue } from '../refusals';
import { isDocument, type Value } from '../values/value';
import { compileAccumulators } from './accumulators';
import { compileExpression } from './expressions/compile';
import type { Variables } from './expressions/frame';
import { cellOfValue, composedItem, ITEMS, type Item } from './flow';

/**
 * `$group`: equal ids of any type make one group, a missing id counts as null.
 * Source: https://www.mongodb.com/docs/manual/reference/operator/aggregation/group/
 */
export function group(items: readonly Item[], operand: Value, variables: Variables | undefined): Item[] {
  if (!isDocument(operand) || operand._id === undefined)
    throw badValue('a group specification must include an _id');
  const { _id: idExpression, ...fields } = operand;
  const idOf = compileExpression(idExpression, ITEMS, variables);
  const gather = compileAccumulators(fields, variables);
  const groups = new Map<string, { id: Value; members: Item[] }>();
  for (const item of items) {
    const id = idOf(item) ?? null;
    const key = keyText(encodeKey(id));
    const known = groups.get(key);
    if (known) known.members.push(item);
    else groups.set(key, { id, members: [item] });
  }
  return [...groups.values()].map(({ id, members }) =>
    composedItem(new Map([['_id', cellOfValue(id)], ...gather(members)])),
  );
}
