import { pathParts, visitPath } from '../values/path';
import type { Document, Value } from '../values/value';

/** The geometry, or array of geometries, that the path leads to and distances are measured to. */
export function conditionValues(document: Document, path: string): Value | undefined {
  const values: Value[] = [];
  visitPath(document, pathParts(path), (value) => {
    if (value !== undefined) values.push(value);
    return false;
  });
  return values.length === 1 ? values[0] : values;
}
