import { encodeKey, keyText } from '../index/key';
import { badValue } from '../refusals';
import { isDocument, type Document, type Value } from '../values/value';
import { evaluateExpression } from './expression';

/**
 * `$group`: equal ids of any type make one group, a missing id counts as null.
 * Source: https://www.mongodb.com/docs/manual/reference/operator/aggregation/group/
 */
export function group(documents: Document[], operand: Value, variables: Document | undefined): Document[] {
  if (!isDocument(operand) || operand._id === undefined)
    throw badValue('a group specification must include an _id');
  const { _id: idExpression, ...fields } = operand;
  for (const [name, accumulator] of Object.entries(fields)) checkAccumulator(name, accumulator);
  const groups = new Map<string, { id: Value; members: Document[] }>();
  for (const document of documents) {
    const id = evaluateExpression(document, idExpression, variables) ?? null;
    const key = keyText(encodeKey(id));
    const known = groups.get(key);
    if (known) known.members.push(document);
    else groups.set(key, { id, members: [document] });
  }
  return [...groups.values()].map(({ id, members }) => {
    const out: Document = { _id: id };
    for (const [name, accumulator] of Object.entries(fields))
      out[name] = evaluateExpression(members as never, accumulator, variables) ?? null;
    return out;
  });
}

function checkAccumulator(name: string, accumulator: Value): void {
  const operators = isDocument(accumulator) ? Object.keys(accumulator) : [];
  if (operators.length !== 1 || !operators[0]?.startsWith('$'))
    throw badValue(`The field '${name}' must be an accumulator object`);
}
