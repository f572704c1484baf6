import { badValue } from '../refusals';
import { isDocument, setField, type Document, type Value } from '../values/value';
import { documentFields } from '../query/field-reader';
import { compileWithin } from './expressions/compile';
import type { Variables } from './expressions/frame';

/** The variables that only `$redact` knows. */
const actions: Variables = { KEEP: '$$KEEP', PRUNE: '$$PRUNE', DESCEND: '$$DESCEND' };

/**
 * `$redact` evaluates the expression for the document. Where it answers `$$DESCEND`, it does so again for each embedded document,
 * which is then `$$CURRENT`.
 * Source: https://www.mongodb.com/docs/manual/reference/operator/aggregation/redact/
 */
export function redact(
  documents: Document[],
  expression: Value,
  variables: Variables | undefined,
): Document[] {
  const decide = compileWithin(expression, documentFields, { ...variables, ...actions });
  const within = (value: Value, root: Document): Value | undefined => {
    if (Array.isArray(value))
      return value.map((item) => within(item, root)).filter((item) => item !== undefined);
    return isDocument(value) ? decided(value, root) : value;
  };
  const decided = (document: Document, root: Document): Document | undefined => {
    const action = decide(root, document);
    if (action === '$$KEEP') return document;
    if (action === '$$PRUNE') return undefined;
    if (action !== '$$DESCEND')
      throw badValue('$redact must evaluate to $$PRUNE, $$DESCEND, or $$KEEP, and nothing else');
    const out: Document = {};
    for (const [name, value] of Object.entries(document)) {
      const left = within(value, root);
      if (left !== undefined) setField(out, name, left);
    }
    return out;
  };
  return documents.map((document) => decided(document, document)).filter((left) => left !== undefined);
}
