import { badValue } from '../refusals';
import { isDocument, type Value } from '../values/value';

/** `$sample`: draws documents at random, each at most once. When fewer exist, all of them come, in random order. */
export function sample<T>(items: readonly T[], operand: Value): T[] {
  const size = isDocument(operand) ? operand.size : undefined;
  if (typeof size !== 'number' || !Number.isInteger(size) || size < 1)
    throw badValue('size argument to $sample must be a positive integer');
  const drawn = [...items];
  const count = Math.min(size, drawn.length);
  for (let at = 0; at < count; at++) {
    const other = at + Math.floor(Math.random() * (drawn.length - at));
    [drawn[at], drawn[other]] = [drawn[other] as T, drawn[at] as T];
  }
  return drawn.slice(0, count);
}
