import fc from 'fast-check';
import type { Document, Value } from '../../src/values/value';

/*
 * Ways to write an operator with its operands.
 */

export const several = (kind: fc.Arbitrary<Value>): fc.Arbitrary<Value[]> =>
  fc.array(kind, { minLength: 1, maxLength: 3 });

export const call = (names: string[], ...operands: fc.Arbitrary<Value>[]): fc.Arbitrary<Value> =>
  fc.tuple(fc.constantFrom(...names), fc.tuple(...operands)).map(([name, values]) => ({ [name]: values }));

export const lone = (names: string[], operand: fc.Arbitrary<Value>): fc.Arbitrary<Value> =>
  fc
    .tuple(fc.constantFrom(...names), operand, fc.boolean())
    .map(([name, value, wrapped]) => ({ [name]: wrapped || !standsAlone(value) ? [value] : value }));

export const variadic = (names: string[], kind: fc.Arbitrary<Value>): fc.Arbitrary<Value> =>
  fc.tuple(fc.constantFrom(...names), several(kind)).map(([name, values]) => ({ [name]: values }));

export const named = (
  names: string[],
  fields: Record<string, fc.Arbitrary<Value>>,
  required: string[],
): fc.Arbitrary<Value> =>
  fc
    .tuple(fc.constantFrom(...names), fc.record(fields, { requiredKeys: required, noNullPrototype: true }))
    .map(([name, options]) => ({ [name]: options as Document }));

/** A literal list would be taken for the operator's arguments, and a document for named ones. */
function standsAlone(operand: Value): boolean {
  if (typeof operand !== 'object' || operand === null || operand instanceof Date) return true;
  return (Object.keys(operand)[0] ?? '').startsWith('$');
}
