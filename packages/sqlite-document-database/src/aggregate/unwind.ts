import { maxStageDocuments } from '../limits';
import { badValue, tooManyDocuments } from '../refusals';
import { pathParts } from '../values/path';
import { isDocument, type Document, type Value } from '../values/value';
import { replaced } from './replaced';

/**
 * `$unwind`: one document for each element of an array. A value that is not an array counts as an array of one element.
 * Source: https://www.mongodb.com/docs/manual/reference/operator/aggregation/unwind/
 */
export function unwind(documents: Document[], operand: Value): Document[] {
  const options = isDocument(operand) ? operand : { path: operand };
  const { path, includeArrayIndex, preserveNullAndEmptyArrays = false } = options;
  if (typeof path !== 'string' || path.length < 2 || !path.startsWith('$'))
    throw badValue("$unwind requires a path option, prefixed with a '$'");
  if (
    includeArrayIndex !== undefined &&
    (typeof includeArrayIndex !== 'string' || includeArrayIndex.startsWith('$'))
  )
    throw badValue('includeArrayIndex must be the name of a field');
  const parts = pathParts(path.slice(1));
  const out: Document[] = [];
  const put = (document: Document, at: number | null): void => {
    if (out.length >= maxStageDocuments) throw tooManyDocuments('$unwind');
    out.push(
      includeArrayIndex === undefined ? document : replaced(document, pathParts(includeArrayIndex), at),
    );
  };
  for (const document of documents) {
    const value = valueAt(document, parts);
    if (Array.isArray(value) && value.length > 0)
      value.forEach((item, at) => put(replaced(document, parts, item), at));
    else if (value !== undefined && value !== null && !Array.isArray(value)) put(document, null);
    else if (preserveNullAndEmptyArrays)
      put(Array.isArray(value) ? replaced(document, parts, undefined) : document, null);
  }
  return out;
}

/** The value at the path. It leads through documents only: an array on the way ends it. */
function valueAt(document: Document, parts: readonly string[]): Value | undefined {
  let value: Value | undefined = document;
  for (const part of parts) value = isDocument(value) && Object.hasOwn(value, part) ? value[part] : undefined;
  return value;
}
