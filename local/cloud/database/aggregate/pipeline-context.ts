import type { View } from '../read/view';
import { badValue } from '../refusals';
import type { Collection } from '../storage/catalogue';
import { isDocument, type Document, type Value } from '../values/value';

/** What a pipeline works in. */
export interface PipelineContext {
  view: View;
  /** @throws PlatformError when there is none of that name */
  collection(name: string): Collection;
  /** `$$name` of an enclosing `$lookup`. */
  variables?: Document;
}

/** `$expr` in a `$match` sees the variables of `$lookup` as values. */
export function bindVariables(query: Value, variables: Document | undefined): Value {
  if (!variables || !isDocument(query) || !('$expr' in query)) return query;
  const vars = Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, { $literal: value }]),
  );
  return { ...query, $expr: { $let: { vars, in: query.$expr ?? null } } };
}

/** The count of a `$limit` or `$skip`. */
export function wholeNumber(name: string, operand: Value, least: number): number {
  if (typeof operand !== 'number' || !Number.isInteger(operand) || operand < least)
    throw badValue(
      `invalid argument to ${name} stage: Expected a ${least ? 'positive' : 'non-negative'} number, but found: ${JSON.stringify(operand)}`,
    );
  return operand;
}
