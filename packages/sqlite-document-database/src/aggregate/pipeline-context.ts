import type { View } from '../read/view';
import { badValue } from '../refusals';
import { shown } from '../values/shown';
import type { Collection } from '../storage/catalogue';
import type { Value } from '../values/value';
import type { Variables } from './expressions/frame';

/** What a pipeline works in. */
export interface PipelineContext {
  view: View;
  /** @throws PlatformError when no collection has that name */
  collection(name: string): Collection;
  /** `$$name` of an enclosing `$lookup`. */
  variables?: Variables;
}

/** The count of a `$limit` or `$skip`. */
export function wholeNumber(name: string, operand: Value, least: number): number {
  if (typeof operand !== 'number' || !Number.isInteger(operand) || operand < least)
    throw badValue(
      `invalid argument to ${name} stage: Expected a ${least ? 'positive' : 'non-negative'} number, but found: ${shown(operand)}`,
    );
  return operand;
}
