import { badValue } from '../refusals';
import { pathParts } from '../values/path';
import { isDocument, setField, type Document, type Value } from '../values/value';
import type { Maybe } from './expressions/operator';

/** What a stage does at the end of a path: `true` keeps or drops the field, a function computes its new value. */
export type Leaf = true | ((root: Document) => Maybe);

/** Paths as a tree: each level maps a field name to what happens there or below. */
export type FieldTree = Map<string, Leaf | FieldTree>;

/** Adds a path to the tree. @throws PlatformError when another path is the same or goes through it */
export function plant(tree: FieldTree, path: string, leaf: Leaf): void {
  const parts = pathParts(path);
  let at = tree;
  parts.forEach((part, i) => {
    if (part === '') throw badValue('FieldPath field names may not be empty strings');
    if (part.startsWith('$')) throw badValue(`FieldPath field names may not start with '$': ${path}`);
    const known = at.get(part);
    if (i === parts.length - 1) {
      if (known !== undefined) throw badValue(`Path collision at ${path}`);
      at.set(part, leaf);
    } else if (known === undefined) {
      const branch: FieldTree = new Map();
      at.set(part, branch);
      at = branch;
    } else if (known instanceof Map) at = known;
    else throw badValue(`Path collision at ${path} remaining portion ${parts.slice(i + 1).join('.')}`);
  });
}

/**
 * The document with only the tree's fields: first the kept ones in the document's order, then the computed ones in the tree's
 * order.
 */
export function keepFields(document: Document, tree: FieldTree): Document {
  const kept = keep(document, tree) as Document;
  return computes(tree) ? (set(kept, tree, document) as Document) : kept;
}

/** The document without the tree's fields. */
export function dropFields(value: Document, tree: FieldTree): Document {
  const out: Document = {};
  for (const name in value) {
    const branch = tree.get(name);
    if (branch === undefined) setField(out, name, value[name] as Value);
    else if (branch instanceof Map) setField(out, name, dropWithin(value[name] as Value, branch));
  }
  return out;
}

/**
 * The document with the tree's computed fields set. The path enters documents, and every element of an array; any other value on
 * the way is replaced by a document.
 */
export function setFields(document: Document, tree: FieldTree): Document {
  return set(document, tree, document) as Document;
}

/** Keeps only the tree's fields. Scalars have none; in an array they keep their place where a field will be set below. */
function keep(value: Maybe, tree: FieldTree): Maybe {
  if (Array.isArray(value)) {
    const items = value.map((item) => keep(item, tree));
    return (computes(tree) ? items : items.filter((item) => item !== undefined)) as Value[];
  }
  if (!isDocument(value)) return undefined;
  const out: Document = {};
  for (const name in value) {
    const branch = tree.get(name);
    const kept =
      branch === true ? value[name] : branch instanceof Map ? keep(value[name], branch) : undefined;
    if (kept !== undefined) setField(out, name, kept);
  }
  return out;
}

function set(value: Maybe, tree: FieldTree, root: Document): Value {
  if (Array.isArray(value)) return value.map((item) => set(item, tree, root));
  const out: Document = isDocument(value) ? { ...value } : {};
  for (const [name, branch] of tree) {
    if (branch === true) continue;
    if (branch instanceof Map) {
      if (computes(branch))
        setField(out, name, set(Object.hasOwn(out, name) ? out[name] : undefined, branch, root));
      continue;
    }
    const computed = branch(root);
    if (computed === undefined) delete out[name];
    else setField(out, name, computed);
  }
  return out;
}

function dropWithin(value: Value, tree: FieldTree): Value {
  if (isDocument(value)) return dropFields(value, tree);
  return Array.isArray(value) ? value.map((item) => dropWithin(item, tree)) : value;
}

/** Whether the tree sets any field, at any depth. */
function computes(tree: FieldTree): boolean {
  for (const branch of tree.values())
    if (branch !== true && (!(branch instanceof Map) || computes(branch))) return true;
  return false;
}
