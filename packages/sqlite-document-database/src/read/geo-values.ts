import { pathParts, visitPath } from '../values/path';
import type { Document, Value } from '../values/value';

/** Everything the path leads to, as one value or an array of them: what distances are measured to. */
export function conditionValues(document: Document, path: string): Value | undefined {
  const values: Value[] = [];
  visitPath(document, pathParts(path), (value) => {
    if (value !== undefined) values.push(value);
    return false;
  });
  return values.length === 1 ? values[0] : values;
}
