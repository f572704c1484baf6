import { requestFailed } from '../refusals';
import { stringifyEjson } from '../values/ejson';
import { isArrayIndex, pathParts } from '../values/path';
import { isDocument, setField, type Document, type Value } from '../values/value';

/** The value at an exact dotted path; a number in the path is an array position. */
export function getAt(document: Document, path: string): Value | undefined {
  let value: Value | undefined = document;
  for (const part of pathParts(path)) {
    if (isDocument(value)) value = Object.hasOwn(value, part) ? value[part] : undefined;
    else if (Array.isArray(value) && isArrayIndex(part)) value = value[Number(part)];
    else return undefined;
  }
  return value;
}

/** Whether a dotted path leads through an array. */
export function passesArray(document: Document, path: string): boolean {
  const parts = pathParts(path);
  let value: Value | undefined = document;
  for (const part of parts) {
    if (Array.isArray(value)) return true;
    value = isDocument(value) && Object.hasOwn(value, part) ? value[part] : undefined;
  }
  return false;
}

/** How far past its end an update may write to an array. */
const maxPadding = 1_500_000;

/**
 * Sets the value at a dotted path and makes the documents that are missing on the way. An array is filled with null up to the
 * position.
 * @throws PlatformError when a scalar is in the way
 */
export function setAt(document: Document, path: string, value: Value): void {
  const parts = pathParts(path);
  let parent: Document | Value[] = document;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] as string;
    const last = i === parts.length - 1;
    if (part === '') throw requestFailed('Update', `The update path '${path}' contains an empty field name`);
    if (Array.isArray(parent)) {
      if (!isArrayIndex(part)) throw notCreatable(part, parent);
      const at = Number(part);
      if (at > parent.length + maxPadding)
        throw requestFailed('Update', `cannot pad the array at '${path}' so far`);
      while (parent.length < at) parent.push(null);
      if (last) parent[at] = value;
      else parent = enter(parent[at], part, (made) => ((parent as Value[])[at] = made));
    } else if (last) setField(parent, part, value);
    else {
      const own: Document = parent;
      parent = enter(Object.hasOwn(own, part) ? own[part] : undefined, parts[i + 1] as string, (made) =>
        setField(own, part, made),
      );
    }
  }
}

/** Removes the field at a dotted path; an array element is replaced by null instead, so that the others keep their positions. */
export function unsetAt(document: Document, path: string): void {
  const cut = path.lastIndexOf('.');
  const parent = cut < 0 ? document : getAt(document, path.slice(0, cut));
  const last = path.slice(cut + 1);
  if (isDocument(parent)) delete parent[last];
  else if (Array.isArray(parent) && isArrayIndex(last) && Number(last) < parent.length)
    parent[Number(last)] = null;
}

function enter(child: Value | undefined, part: string, put: (made: Document) => void): Document | Value[] {
  if (isDocument(child) || Array.isArray(child)) return child;
  if (child !== undefined) throw notCreatable(part, child);
  const made: Document = {};
  put(made);
  return made;
}

function notCreatable(part: string, parent: Value): Error {
  return requestFailed('Update', `Cannot create field '${part}' in element {${stringifyEjson(parent)}}`);
}
