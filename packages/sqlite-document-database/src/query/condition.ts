import type { Variables } from '../aggregate/expressions/frame';
import { badValue } from '../refusals';
import { compileSchema } from './json-schema';
import { isDocument, type Document, type Value } from '../values/value';

/** Whether a document matches. */
export type Predicate = (document: Document) => boolean;

/** A parsed query: the planner reads it, the matcher compiles it. */
export type Condition =
  | { kind: 'and' | 'or' | 'nor'; children: Condition[] }
  | { kind: 'not'; child: Condition }
  | FieldCondition
  | { kind: 'expr'; expression: Value; variables?: Variables }
  | { kind: 'schema'; holds: Predicate };

export interface FieldCondition {
  kind: 'field';
  path: string;
  op: FieldOperator;
  operand: Value;
  /** The options of a `$regex`. */
  options?: string;
}

export type FieldOperator =
  | '$eq'
  | '$gt'
  | '$gte'
  | '$lt'
  | '$lte'
  | '$in'
  | '$exists'
  | '$type'
  | '$mod'
  | '$regex'
  | '$elemMatch'
  | '$size'
  | '$bitsAllSet'
  | '$bitsAnySet'
  | '$bitsAllClear'
  | '$bitsAnyClear'
  | '$geoWithin'
  | '$geoIntersects'
  | '$near';

/**
 * Parses a query document.
 * @param variables what `$expr` sees, within a `$lookup`
 * @throws PlatformError for an unknown operator, in MongoDB's words
 */
export function parseQuery(query: Value, variables?: Variables): Condition {
  if (!isDocument(query)) throw badValue('the query must be an object');
  const children: Condition[] = [];
  for (const key of Object.keys(query)) {
    const operand = query[key] as Value;
    if (key.startsWith('$')) children.push(...parseTopLevel(key, operand, variables));
    else children.push(...parseField(key, operand));
  }
  return children.length === 1 ? (children[0] as Condition) : { kind: 'and', children };
}

function parseTopLevel(key: string, operand: Value, variables: Variables | undefined): Condition[] {
  switch (key) {
    case '$and':
    case '$or':
    case '$nor': {
      if (!Array.isArray(operand) || operand.length === 0)
        throw badValue(`${key} argument must be a non-empty array`);
      return [
        {
          kind: key.slice(1) as 'and' | 'or' | 'nor',
          children: operand.map((part) => parseQuery(part, variables)),
        },
      ];
    }
    case '$expr':
      return [{ kind: 'expr', expression: operand, ...(variables ? { variables } : {}) }];
    case '$jsonSchema':
      return [{ kind: 'schema', holds: compileSchema(operand) }];
    case '$text':
      throw badValue('text index required for $text query');
    case '$comment':
      return [];
    default:
      throw badValue(`unknown top level operator: ${key}`);
  }
}

/** True for `{ $gt: 1 }`: an object of operators, not a value to compare with. */
export function isOperatorObject(value: Value | undefined): value is Document {
  if (!isDocument(value)) return false;
  const first = Object.keys(value)[0];
  return (
    first !== undefined && first.startsWith('$') && first !== '$ref' && first !== '$id' && first !== '$db'
  );
}

/** The conditions that a field's operand sets: operators, or plain equality. */
export function parseField(path: string, operand: Value): Condition[] {
  if (operand instanceof RegExp) return [{ kind: 'field', path, op: '$regex', operand }];
  if (!isOperatorObject(operand)) return [{ kind: 'field', path, op: '$eq', operand }];
  const conditions: Condition[] = [];
  for (const op of Object.keys(operand)) {
    const argument = operand[op] as Value;
    const host = Object.hasOwn(hosts, op) ? hosts[op] : undefined;
    if (host) {
      if (!host.some((name) => name in operand)) throw badValue(`${op} needs a ${host[0]}`);
      continue;
    }
    conditions.push(parseOperator(path, op, argument, operand));
  }
  return conditions;
}

/** Operators that are only options of another operator, and are read together with it. */
const hosts: Record<string, readonly string[]> = {
  $options: ['$regex'],
  $maxDistance: ['$near', '$nearSphere'],
  $minDistance: ['$near', '$nearSphere'],
};

function parseOperator(path: string, op: string, argument: Value, all: Document): Condition {
  switch (op) {
    case '$ne':
      if (argument instanceof RegExp) throw badValue("Can't have regex as arg to $ne.");
      return { kind: 'not', child: equality(path, argument) };
    case '$nin':
      return { kind: 'not', child: { kind: 'field', path, op: '$in', operand: membersOf(op, argument) } };
    case '$not': {
      if (!(argument instanceof RegExp) && !isOperatorObject(argument))
        throw badValue('$not needs a regex or a document');
      return { kind: 'not', child: { kind: 'and', children: parseField(path, argument) } };
    }
    case '$near':
    case '$nearSphere':
      return { kind: 'field', path, op: '$near', operand: nearOperand(argument, all) };
    case '$regex':
      return { kind: 'field', path, op, operand: argument, options: regexOptions(all) };
    case '$in':
      return { kind: 'field', path, op, operand: membersOf(op, argument) };
    case '$all':
      return parseAll(path, arrayOf(op, argument));
    case '$exists':
      return parseExists(path, argument);
    case '$eq':
      return equality(path, argument);
    default:
      if (!operators.has(op)) throw badValue(`unknown operator: ${op}`);
      return { kind: 'field', path, op: op as FieldOperator, operand: argument };
  }
}

function regexOptions({ $options }: Document): string | undefined {
  if ($options !== undefined && typeof $options !== 'string') throw badValue('$options has to be a string');
  return $options;
}

/** `$all`: each operand is in the array. Without operands nothing matches. */
function parseAll(path: string, operand: Value[]): Condition {
  if (operand.length === 0) return { kind: 'nor', children: [{ kind: 'and', children: [] }] };
  const isElement = (item: Value) => isDocument(item) && Object.keys(item)[0] === '$elemMatch';
  if (operand.some(isElement) && !operand.every(isElement))
    throw badValue('$all/$elemMatch has to be consistent');
  if (!operand.every(isElement)) membersOf('$all', operand);
  const children = operand.map((item): Condition => {
    if (isDocument(item) && isElement(item))
      return { kind: 'field', path, op: '$elemMatch', operand: item.$elemMatch ?? null };
    return item instanceof RegExp
      ? { kind: 'field', path, op: '$regex', operand: item }
      : equality(path, item);
  });
  return { kind: 'and', children };
}

/** `$exists: false` is a negation, because it means that the path leads to no value. */
function parseExists(path: string, operand: Value): Condition {
  const exists: Condition = { kind: 'field', path, op: '$exists', operand: true };
  return operand === false || operand === 0 || operand === null ? { kind: 'not', child: exists } : exists;
}

function equality(path: string, operand: Value): Condition {
  return { kind: 'field', path, op: '$eq', operand };
}

function arrayOf(op: string, argument: Value): Value[] {
  if (!Array.isArray(argument)) throw badValue(`${op} needs an array`);
  return argument;
}

/** The values that a list of an operator names. @throws PlatformError for operators among them */
function membersOf(op: string, argument: Value): Value[] {
  const members = arrayOf(op, argument);
  if (members.some(isOperatorObject))
    throw badValue(op === '$all' ? 'no $ expressions in $all' : `cannot nest $ under ${op}`);
  return members;
}

/** `{$geometry, $maxDistance?, $minDistance?}`, wherever the distances were written. */
function nearOperand(argument: Value, all: Document): Document {
  const operand: Document =
    isDocument(argument) && argument.$geometry ? { ...argument } : { $geometry: argument };
  for (const key of ['$maxDistance', '$minDistance']) {
    const distance = operand[key] ?? all[key];
    if (distance === undefined || distance === null) delete operand[key];
    else if (typeof distance !== 'number' || !(distance >= 0))
      throw badValue(`${key} must be a non-negative number`);
    else operand[key] = distance;
  }
  return operand;
}

const operators = new Set<string>([
  '$gt',
  '$gte',
  '$lt',
  '$lte',
  '$type',
  '$mod',
  '$elemMatch',
  '$size',
  '$bitsAllSet',
  '$bitsAnySet',
  '$bitsAllClear',
  '$bitsAnyClear',
  '$geoWithin',
  '$geoIntersects',
]);
