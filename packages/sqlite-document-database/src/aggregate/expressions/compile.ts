import type { FieldReader } from '../../query/field-reader';
import { badValue } from '../../refusals';
import { pathParts } from '../../values/path';
import { isDocument, setField, type Document, type Value } from '../../values/value';
import { arithmetic } from './arithmetic';
import { arrays } from './arrays';
import { elementsIn, newBudget, takeSteps } from './budget';
import { comparisons } from './comparison';
import { controlOperators } from './control';
import { conversions, namedConversions } from './conversion';
import { dateSteps } from './date-steps';
import { dates } from './dates';
import type { Compiled, Scope, Variables } from './frame';
import { documentFields, namedDocuments } from './documents';
import type { Maybe, NamedOperator, ValueOperator } from './operator';
import { sets } from './sets';
import { namedStrings, strings } from './strings';

/** Evaluates an expression for a document in any form; undefined is MongoDB's "missing". */
export type Evaluate<T> = (source: T) => Maybe;

/**
 * Compiles an aggregation expression to a function that looks at no more of a document than the fields it names.
 * Source: https://www.mongodb.com/docs/manual/meta/aggregation-quick-reference/#operator-expressions
 * @param variables the values of `$$name`, as `let` of `$lookup` gives them
 * @throws PlatformError when the expression, or any expression inside it, is invalid
 */
export function compileExpression<T>(
  expression: Value,
  reader: FieldReader<T>,
  variables?: Variables,
): Evaluate<T> {
  const evaluate = compileWithin(expression, reader, variables);
  return (source) => evaluate(source, source);
}

/** Compiles an expression for a document within a document: paths start from `current`, which is `$$CURRENT`. */
export function compileWithin<T>(
  expression: Value,
  reader: FieldReader<T>,
  variables: Variables = {},
): (root: T, current: T) => Maybe {
  const failures: unknown[] = [];
  const scope = { reader: reader as FieldReader<unknown>, slots: {}, values: variables, failures };
  const compiled = compile(expression, scope);
  const budget = newBudget();
  if (failures.length > 0)
    return () => {
      throw failures[0];
    };
  return (root, current) => compiled({ root, current, slots: [], budget });
}

/** Expressions that name neither fields nor variables. */
const constants = new WeakSet<Compiled>();

/**
 * Computes once what depends on nothing. An error in it is the whole expression's, even where its value would not be
 * needed.
 */
function foldIfConstant(compiled: Compiled, parts: readonly Compiled[], { failures }: Scope): Compiled {
  if (!parts.every((part) => constants.has(part))) return compiled;
  let value: Maybe;
  try {
    value = compiled({ root: {}, current: {}, slots: [], budget: newBudget() });
  } catch (cause) {
    failures.push(cause);
  }
  const constant = () => value;
  constants.add(constant);
  return constant;
}

function compile(expression: Value, scope: Scope): Compiled {
  if (typeof expression === 'string' && expression.startsWith('$')) return compilePath(expression, scope);
  if (Array.isArray(expression)) {
    const items = expression.map((item) => compile(item, scope));
    return foldIfConstant((frame) => items.map((item) => item(frame) ?? null), items, scope);
  }
  if (!isDocument(expression)) return foldIfConstant(() => expression, [], scope);
  const names = Object.keys(expression);
  const [first = ''] = names;
  if (!first.startsWith('$')) return compileFields(expression, scope);
  if (names.length > 1) throw badValue('an expression specification must contain exactly one field');
  return compileOperator(first, expression[first] as Value, scope);
}

function compileFields(expression: Document, scope: Scope): Compiled {
  const fields = Object.entries(expression).map(([name, value]) => {
    if (name.startsWith('$') || name.includes('.'))
      throw badValue(`FieldPath field names may not contain '.' or start with '$': ${name}`);
    return [name, compile(value, scope)] as const;
  });
  const compiled: Compiled = (frame) => {
    const out: Document = {};
    for (const [name, compute] of fields) {
      const value = compute(frame);
      if (value !== undefined) setField(out, name, value);
    }
    return out;
  };
  return foldIfConstant(
    compiled,
    fields.map(([, compute]) => compute),
    scope,
  );
}

function compilePath(text: string, scope: Scope): Compiled {
  if (!text.startsWith('$$')) return compileFieldPath(text, pathParts(text.slice(1)), scope);
  const [name = '', ...path] = pathParts(text.slice(2));
  if (path.some((part) => part === '' || part.startsWith('$')))
    throw badValue(`'${text}' is not a valid field path`);
  const slot = own(scope.slots, name);
  if (slot !== undefined) return ({ slots }) => follow(slots[slot], path);
  if (Object.hasOwn(scope.values, name)) return () => follow(scope.values[name], path);
  const [first, ...rest] = path;
  const { reader } = scope;
  switch (name) {
    case 'ROOT':
      if (first === undefined) return ({ root }) => reader.document(root);
      return ({ root }) => follow(reader.field(root, first), rest);
    case 'CURRENT':
      if (first === undefined) return ({ current }) => reader.document(current);
      return compileFieldPath(text, path, scope);
    case 'REMOVE':
      return () => undefined;
    case 'NOW': {
      const now = new Date();
      return () => now;
    }
    default:
      throw badValue(`Use of undefined variable: ${name}`);
  }
}

function compileFieldPath(text: string, parts: readonly string[], { reader }: Scope): Compiled {
  const [first = '', ...rest] = parts;
  if (parts.some((part) => part === '' || part.startsWith('$')))
    throw badValue(`'${text}' is not a valid field path`);
  if (rest.length === 0) return ({ current }) => reader.field(current, first);
  return ({ current }) => follow(reader.field(current, first), rest);
}

/**
 * Follows a path from a value, into documents and into the documents of an array. In expressions a number in a path is a field
 * name, never a position.
 */
function follow(value: Maybe, path: readonly string[], from = 0): Maybe {
  let at = value;
  for (let i = from; i < path.length; i++) {
    const name = path[i] as string;
    if (Array.isArray(at)) {
      const found: Value[] = [];
      for (const item of at) {
        const inner = isDocument(item) ? follow(item, path, i) : undefined;
        if (inner !== undefined) found.push(inner);
      }
      return found;
    }
    if (!isDocument(at) || !Object.hasOwn(at, name)) return undefined;
    at = at[name];
  }
  return at;
}

const valueOperators: Record<string, ValueOperator> = {
  ...arithmetic,
  ...arrays,
  ...comparisons,
  ...conversions,
  ...documentFields,
  ...sets,
  ...strings,
};

const namedOperators: Record<string, NamedOperator> = {
  ...dates,
  ...dateSteps,
  ...namedConversions,
  ...namedDocuments,
  ...namedStrings,
};

/** Every operator that an expression may use. */
export const expressionOperators = [controlOperators, valueOperators, namedOperators].flatMap((table) =>
  Object.keys(table),
);

function compileOperator(name: string, operand: Value, scope: Scope): Compiled {
  if (name === '$literal' || name === '$const') return foldIfConstant(() => operand, [], scope);
  const control = own(controlOperators, name);
  if (control) return control(operand, scope, compile);
  const ofValues = own(valueOperators, name);
  if (ofValues) return compileValues(name, ofValues, operand, scope);
  const ofNames = own(namedOperators, name);
  if (ofNames) return compileNamed(name, ofNames, operand, scope);
  throw badValue(`(InvalidPipelineOperator) Unrecognized expression '${name}'`);
}

function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

function compileValues(name: string, operator: ValueOperator, operand: Value, scope: Scope): Compiled {
  const [least, most] = operator.arity;
  // `{$rand: {}}` is how clients write an operator without arguments.
  const isNothing = most === 0 && isDocument(operand) && Object.keys(operand).length === 0;
  const written = isNothing ? [] : Array.isArray(operand) ? operand : [operand];
  const operands = written.map((part) => compile(part, scope));
  if (operands.length < least || operands.length > most)
    throw badValue(
      `Expression ${name} takes ${least === most ? `exactly ${least}` : `at least ${least}, and at most ${most}`} arguments. ${operands.length} were passed in.`,
    );
  const compiled = ofOperands(operator, operands);
  return name === '$rand' ? compiled : foldIfConstant(compiled, operands, scope);
}

function ofOperands({ compute, computeEach }: ValueOperator, operands: readonly Compiled[]): Compiled {
  const [first, second] = operands;
  // With one or two arguments this avoids making a list of the values for each document.
  if (computeEach && first && operands.length === 1) return (frame) => computeEach(first(frame));
  if (computeEach && first && second && operands.length === 2)
    return (frame) => computeEach(first(frame), second(frame));
  return (frame) => {
    const values = operands.map((part) => part(frame));
    let elements = 0;
    for (const value of values) elements += elementsIn(value);
    takeSteps(frame.budget, elements);
    return compute(values);
  };
}

function compileNamed(name: string, operator: NamedOperator, operand: Value, scope: Scope): Compiled {
  const { required, optional, lone, compute } = operator;
  const single = Array.isArray(operand) && operand.length === 1 ? (operand[0] as Value) : operand;
  if (lone && (!isDocument(operand) || Object.keys(operand).some((key) => key.startsWith('$')))) {
    const first = required[0] as string;
    const value = compile(single, scope);
    return foldIfConstant((frame) => compute({ [first]: value(frame) }), [value], scope);
  }
  if (!isDocument(operand)) throw badValue(`${name} requires an object as an argument`);
  for (const option of Object.keys(operand))
    if (!required.includes(option) && !optional.includes(option))
      throw badValue(`${name} found an unknown argument: ${option}`);
  for (const option of required)
    if (!Object.hasOwn(operand, option)) throw badValue(`Missing '${option}' parameter to ${name}`);
  const options = Object.entries(operand).map(([option, part]) => [option, compile(part, scope)] as const);
  const compiled: Compiled = (frame) => {
    const values: Record<string, Maybe> = {};
    for (const [option, part] of options) {
      values[option] = part(frame);
      takeSteps(frame.budget, elementsIn(values[option]));
    }
    return compute(values);
  };
  return foldIfConstant(
    compiled,
    options.map(([, part]) => part),
    scope,
  );
}
