import { equalValues } from '../values/compare';
import { isDocument, setField, type Document } from '../values/value';

/** How an update changed a document: new values by path, and the paths that are gone. A changed array is reported whole. */
export interface ChangedFields {
  updated: Document;
  removed: string[];
}

export function changedFields(before: Document, after: Document): ChangedFields {
  const changed: ChangedFields = { updated: {}, removed: [] };
  compare(before, after, '', changed);
  return changed;
}

function compare(
  before: Document,
  after: Document,
  prefix: string,
  { updated, removed }: ChangedFields,
): void {
  for (const name of Object.keys(before)) if (!Object.hasOwn(after, name)) removed.push(prefix + name);
  for (const [name, value] of Object.entries(after)) {
    const earlier = Object.hasOwn(before, name) ? before[name] : undefined;
    if (isDocument(value) && isDocument(earlier))
      compare(earlier, value, `${prefix}${name}.`, { updated, removed });
    else if (earlier === undefined || !equalValues(earlier, value)) setField(updated, prefix + name, value);
  }
}
