import { compileExpression } from '../aggregate/expressions/compile';
import { truthy } from '../aggregate/expressions/operator';
import { pathParts, visitFrom } from '../values/path';
import type { Value } from '../values/value';
import { documentFields, type FieldReader } from './field-reader';
import { parseQuery, type Condition, type FieldCondition, type Predicate } from './condition';
import { valueTest } from './value-test';

export { documentFields as DOCUMENTS, type FieldReader } from './field-reader';

/** Compiles a query document. @throws PlatformError for what MongoDB refuses */
export function compileQuery(query: Value): Predicate {
  return compileCondition(parseQuery(query));
}

/** Compiles a condition taken apart by `parseQuery`. */
export function compileCondition(condition: Condition): Predicate {
  return compileFor(condition, documentFields);
}

type Test<T> = (source: T) => boolean;

/** Compiles a condition to a test of documents in any form. */
export function compileFor<T>(condition: Condition, reader: FieldReader<T>): Test<T> {
  switch (condition.kind) {
    case 'and':
      return allOf(condition.children.map((child) => compileFor(child, reader)));
    case 'or':
      return anyOf(condition.children.map((child) => compileFor(child, reader)));
    case 'nor': {
      const any = anyOf(condition.children.map((child) => compileFor(child, reader)));
      return (source) => !any(source);
    }
    case 'not': {
      const child = compileFor(condition.child, reader);
      return (source) => !child(source);
    }
    case 'expr': {
      const evaluate = compileExpression(condition.expression, reader, condition.variables);
      return (source) => truthy(evaluate(source));
    }
    case 'schema': {
      const { holds } = condition;
      return (source) => holds(reader.document(source));
    }
    case 'field':
      return compileField(condition, reader);
  }
}

// Uses loops instead of `every` and `some`, because these run for every examined document.
function allOf<T>(tests: Test<T>[]): Test<T> {
  const [only, ...more] = tests;
  if (only && more.length === 0) return only;
  return (source) => {
    for (const test of tests) if (!test(source)) return false;
    return true;
  };
}

function anyOf<T>(tests: Test<T>[]): Test<T> {
  return (source) => {
    for (const test of tests) if (test(source)) return true;
    return false;
  };
}

/**
 * Turns a value test into a test of a path: of every value that the path leads to, and of an array's elements too
 * (unless the operator is about the array itself).
 */
function compileField<T>(condition: FieldCondition, reader: FieldReader<T>): Test<T> {
  const parts = pathParts(condition.path);
  const root = parts[0] as string;
  const { test, wholeOnly } = valueTest(condition, compileQuery);
  const visit = wholeOnly
    ? test
    : (value: Value | undefined, isItem: boolean) =>
        test(value) || (!isItem && Array.isArray(value) && value.some((item) => test(item)));
  if (parts.length === 1) return (source) => visit(reader.field(source, root), false);
  return (source) => visitFrom(reader.field(source, root), parts, visit);
}
