import { badValue } from '../refusals';
import { isDocument, type Value } from '../values/value';
import { compileAccumulators } from './accumulators';
import { exactKey } from './exact-key';
import { compileExpression } from './expressions/compile';
import type { Variables } from './expressions/frame';
import { cellOfValue, composedItem, itemFields, type Item } from './flow';

/**
 * `$group`. An id may have any type, also a document or an array; a missing id counts as null.
 * Source: https://www.mongodb.com/docs/manual/reference/operator/aggregation/group/
 */
export function group(items: readonly Item[], operand: Value, variables: Variables | undefined): Item[] {
  if (!isDocument(operand) || operand._id === undefined)
    throw badValue('a group specification must include an _id');
  const { _id: idExpression, ...fields } = operand;
  const idOf = compileExpression(idExpression, itemFields, variables);
  const gather = compileAccumulators(fields, variables);
  const groups = new Map<string, Group>();
  let last: Group | undefined;
  for (const item of items) {
    const id = idOf(item) ?? null;
    // Documents with equal ids often follow each other, so the last group is tried before the map is asked.
    last = last && last.id === id && (id === null || typeof id !== 'object') ? last : groupOf(groups, id);
    last.members.push(item);
  }
  return [...groups.values()].map(({ id, members }) =>
    composedItem(new Map([['_id', cellOfValue(id)], ...gather(members, id)])),
  );
}

interface Group {
  id: Value;
  members: Item[];
}

function groupOf(groups: Map<string, Group>, id: Value): Group {
  const key = exactKey(id);
  let group = groups.get(key);
  if (!group) groups.set(key, (group = { id, members: [] }));
  return group;
}
