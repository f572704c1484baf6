import type { Condition, FieldCondition } from '../query/condition';
import { isArrayIndex, pathParts } from '../values/path';
import { compileRowTest, type RowTest } from '../read/row';

/** All conditions that must hold, with nested `$and`s flattened. */
export function conjuncts(condition: Condition, into: Condition[] = []): Condition[] {
  if (condition.kind === 'and') for (const child of condition.children) conjuncts(child, into);
  else into.push(condition);
  return into;
}

/** A test of everything but the conditions that the index has settled. */
export function residualOf(
  conditions: readonly Condition[],
  settled: readonly Condition[],
): RowTest | undefined {
  const children = conditions.filter(
    (condition) => !settled.includes(condition) || endsInPosition(condition),
  );
  return children.length ? compileRowTest({ kind: 'and', children }) : undefined;
}

/** Indexes have the elements of an array at a position, while a query for the position means the array alone. */
function endsInPosition(condition: Condition): boolean {
  return condition.kind === 'field' && isArrayIndex(pathParts(condition.path).at(-1) ?? '');
}

/**
 * A piece of text that every document satisfying the remaining conditions contains, if a condition implies one: a
 * string that a field equals appears in the stored text as JSON writes it. The first quote is left out, because it is
 * everywhere.
 */
export function literalOf(
  conditions: readonly Condition[],
  settled: readonly Condition[],
): string | undefined {
  for (const condition of conditions)
    if (condition.kind === 'field' && condition.op === '$eq' && typeof condition.operand === 'string')
      if (!settled.includes(condition)) return JSON.stringify(condition.operand).slice(1);
  return undefined;
}

/** The conditions on one field. */
export function conditionsOn(conditions: readonly Condition[], path: string): FieldCondition[] {
  return conditions.filter(
    (condition): condition is FieldCondition => condition.kind === 'field' && condition.path === path,
  );
}
