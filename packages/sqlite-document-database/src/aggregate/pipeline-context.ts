import type { View } from '../read/view';
import { badValue } from '../refusals';
import { shown } from '../values/shown';
import type { Collection } from '../storage/catalogue';
import type { Value } from '../values/value';
import type { Variables } from './expressions/frame';

/** What every stage of a pipeline needs. */
export interface PipelineContext {
  view: View;
  /** @throws PlatformError when no collection has that name */
  collection(name: string): Collection;
  /** The values of `$$name` that an enclosing `$lookup` declares. */
  variables?: Variables;
}

/** Checks the operand of a `$limit` or `$skip`. */
export function wholeNumber(name: string, operand: Value, least: number): number {
  if (typeof operand !== 'number' || !Number.isInteger(operand) || operand < least)
    throw badValue(
      `invalid argument to ${name} stage: Expected a ${least ? 'positive' : 'non-negative'} number, but found: ${shown(operand)}`,
    );
  return operand;
}
