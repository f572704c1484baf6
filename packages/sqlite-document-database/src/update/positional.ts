import { requestFailed } from '../refusals';
import { parseQuery, type Condition } from '../query/condition';
import { compileCondition } from '../query/matcher';
import { isArrayIndex, pathParts } from '../values/path';
import type { Document, Value } from '../values/value';
import { getAt } from './target';

/**
 * The position of the element that the query matched in the array at a path; undefined when the query has no condition on that
 * array.
 */
export type PositionFinder = (document: Document, arrayPath: string) => number | undefined;

/**
 * Expands an update path to exact paths: `a.$` is the element that the query matched, `a.$[]` every element.
 * @throws PlatformError when the query matched no element, or there is no array
 */
export function resolvePaths(
  document: Document,
  pattern: string,
  position: PositionFinder | undefined,
): string[] {
  if (!pattern.includes('$')) return [pattern];
  let paths = [''];
  for (const part of pathParts(pattern)) {
    if (part === '$') {
      paths = paths.map((path) => {
        const at = position?.(document, path);
        if (at === undefined)
          throw requestFailed(
            'Update',
            'The positional operator did not find the match needed from the query',
          );
        return `${path}.${at}`;
      });
    } else if (part === '$[]') {
      paths = paths.flatMap((path) => {
        const array = getAt(document, path);
        if (!Array.isArray(array))
          throw requestFailed(
            'Update',
            `The path '${path}' must exist in the document in order to apply array updates`,
          );
        return array.map((_item, at) => `${path}.${at}`);
      });
    } else paths = paths.map((path) => (path === '' ? part : `${path}.${part}`));
  }
  return paths;
}

/**
 * Makes a finder from the query's conditions on the array or on fields of its elements. Without one, the position is that
 * in another array which the query matched: arrays that belong together are updated by one position.
 */
export function positionFinder(query: Document): PositionFinder {
  const conditions = flatten(parseQuery(query));
  return (document, arrayPath) => {
    const own = conditions.map((condition) => matchedAt(document, condition, arrayPath));
    const others = conditions.flatMap((condition) =>
      prefixesOf(condition).map((path) => matchedAt(document, condition, path)),
    );
    return [...own, ...others.reverse()].find((at) => at !== undefined);
  };
}

function matchedAt(document: Document, condition: Condition, arrayPath: string): number | undefined {
  const test = elementTest(condition, arrayPath);
  const array = test && getAt(document, arrayPath);
  if (!test || !Array.isArray(array)) return undefined;
  const at = array.findIndex(test);
  return at < 0 ? undefined : at;
}

/** The paths that a condition's own path passes: `a`, `a.b` and `a.b.c` for `a.b.c`. */
function prefixesOf(condition: Condition): string[] {
  if (condition.kind !== 'field') return [];
  const parts = pathParts(condition.path);
  return parts.map((_part, at) => parts.slice(0, at + 1).join('.'));
}

function elementTest(condition: Condition, arrayPath: string): ((item: Value) => boolean) | undefined {
  if (condition.kind !== 'field') return undefined;
  const { path } = condition;
  if (path !== arrayPath && !path.startsWith(`${arrayPath}.`)) return undefined;
  const rest = path.slice(arrayPath.length);
  // A condition on a position that the query names (`a.0`) matches no other element, so it does not decide what `$` means.
  if (isArrayIndex(rest.split('.')[1] ?? '')) return undefined;
  // The element is tested alone in an array, so that the condition applies to it as an element; an array inside it is not
  // searched.
  const match = compileCondition({ ...condition, path: `items${rest}` });
  return (item) => match({ items: [item] });
}

function flatten(condition: Condition): Condition[] {
  return condition.kind === 'and' ? condition.children.flatMap(flatten) : [condition];
}
