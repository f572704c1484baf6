import { evaluateExpression } from '../aggregate/expression';
import { pathParts, visitPath } from '../values/path';
import type { Value } from '../values/value';
import { parseQuery, type Condition, type FieldCondition, type Predicate } from './condition';
import { valueTest } from './value-test';

/** Compiles a query document. @throws PlatformError for what MongoDB refuses */
export function compileQuery(query: Value): Predicate {
  return compileCondition(parseQuery(query));
}

/** Compiles a condition taken apart by `parseQuery`. */
export function compileCondition(condition: Condition): Predicate {
  switch (condition.kind) {
    case 'and': {
      const children = condition.children.map(compileCondition);
      if (children.length === 1) return children[0] as Predicate;
      return (document) => children.every((child) => child(document));
    }
    case 'or': {
      const children = condition.children.map(compileCondition);
      return (document) => children.some((child) => child(document));
    }
    case 'nor': {
      const children = condition.children.map(compileCondition);
      return (document) => !children.some((child) => child(document));
    }
    case 'not': {
      const child = compileCondition(condition.child);
      return (document) => !child(document);
    }
    case 'expr':
      return (document) => truthy(evaluateExpression(document, condition.expression));
    case 'field':
      return compileField(condition);
  }
}

/**
 * A value test becomes a test of a path: of every value the path leads to, and where that is an array, of its elements too
 * (unless the operator is about the array itself).
 */
function compileField(condition: FieldCondition): Predicate {
  const parts = pathParts(condition.path);
  const { test, wholeOnly } = valueTest(condition, compileQuery);
  const visit = wholeOnly
    ? test
    : (value: Value | undefined) => test(value) || (Array.isArray(value) && value.some((item) => test(item)));
  return (document) => visitPath(document, parts, visit);
}

function truthy(value: Value | undefined): boolean {
  return value !== undefined && value !== null && value !== false && value !== 0;
}
