import type { Condition, FieldCondition } from '../query/condition';
import { compileRowTest, type RowTest } from '../read/row';

/** All that must hold, without the nesting. */
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
  const children = conditions.filter((condition) => !settled.includes(condition));
  return children.length ? compileRowTest({ kind: 'and', children }) : undefined;
}

/** The conditions on one field. */
export function conditionsOn(conditions: readonly Condition[], path: string): FieldCondition[] {
  return conditions.filter(
    (condition): condition is FieldCondition => condition.kind === 'field' && condition.path === path,
  );
}
