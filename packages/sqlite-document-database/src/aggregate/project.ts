import { badValue } from '../refusals';
import { isDocument, type Document, type Value } from '../values/value';
import { documentFields } from '../query/field-reader';
import { compileExpression } from './expressions/compile';
import type { Variables } from './expressions/frame';
import { dropFields, keepFields, plant, setFields, type FieldTree } from './field-tree';

type Change = (document: Document) => Document;

/**
 * `$project`: fields to keep and to set, or fields to drop; `_id` is kept unless it is dropped.
 * Source: https://www.mongodb.com/docs/manual/reference/operator/aggregation/project/
 */
export function compileProject(operand: Value, variables: Variables | undefined): Change {
  const wanted = leaves(operand, '$project');
  if (wanted.length === 0)
    throw badValue('Invalid $project :: projection specification must have at least one field');
  const kept: FieldTree = new Map();
  const dropped: FieldTree = new Map();
  let idDropped = false;
  for (const [path, value] of wanted) {
    if (!isFlag(value)) plant(kept, path, compileExpression(value, documentFields, variables));
    else if (value) plant(kept, path, true);
    else if (path === '_id') idDropped = true;
    else plant(dropped, path, true);
  }
  if (kept.size === 0) {
    if (idDropped) plant(dropped, '_id', true);
    return (document) => dropFields(document, dropped);
  }
  if (dropped.size > 0) throw badValue('Invalid $project :: Cannot do exclusion in inclusion projection');
  if (!idDropped && !kept.has('_id')) kept.set('_id', true);
  return (document) => idFirst(keepFields(document, kept));
}

/** `$addFields` and `$set`; an embedded document in the operand names fields within the field. */
export function compileSet(name: string, operand: Value, variables: Variables | undefined): Change {
  const tree: FieldTree = new Map();
  for (const [path, value] of leaves(operand, name))
    plant(tree, path, compileExpression(value, documentFields, variables));
  if (tree.size === 0) throw badValue(`Invalid ${name} :: specification must have at least one field`);
  return (document) => setFields(document, tree);
}

/** `$unset` of one field or several. */
export function compileUnset(operand: Value): Change {
  const tree: FieldTree = new Map();
  for (const path of Array.isArray(operand) ? operand : [operand]) {
    if (typeof path !== 'string')
      throw badValue('$unset specification must be a string or an array of strings');
    plant(tree, path, true);
  }
  return (document) => dropFields(document, tree);
}

/** Flattens `{a: {b: 1}}` to `{'a.b': 1}`; expressions stay whole. */
function leaves(operand: Value, stage: string, prefix = ''): [path: string, value: Value][] {
  if (!isDocument(operand)) throw badValue(`${stage} specification must be an object`);
  return Object.entries(operand).flatMap(([name, value]): [string, Value][] => {
    if (!isDocument(value) || Object.keys(value)[0]?.startsWith('$')) return [[prefix + name, value]];
    if (Object.keys(value).length === 0)
      throw badValue(`Invalid ${stage} :: an empty object is not a valid value. Found at ${prefix}${name}`);
    return leaves(value, stage, `${prefix}${name}.`);
  });
}

function isFlag(value: Value): value is number | boolean {
  return typeof value === 'number' || typeof value === 'boolean';
}

function idFirst({ _id, ...rest }: Document): Document {
  return _id === undefined ? rest : { _id, ...rest };
}
