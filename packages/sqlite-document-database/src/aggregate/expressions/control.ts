import { badValue, valueTooLarge } from '../../refusals';
import { checkSort, sortItems } from '../../update/sort-items';
import { isDocument, type Document, type Value } from '../../values/value';
import { checkSize } from '../value-size';
import { takeSteps } from './budget';
import type { Compiled, Scope } from './frame';
import { arrayOf, integerOf, isNone, maxItems, stringOf, truthy, type Maybe } from './operator';

type Control = (
  operand: Value,
  scope: Scope,
  compile: (expression: Value, scope: Scope) => Compiled,
) => Compiled;

/** Operators that do not evaluate all their arguments, or that name some: conditions and loops over arrays. */
export const controlOperators: Record<string, Control> = {
  $literal: (operand) => () => operand,
  $const: (operand) => () => operand,
  $and(operand, scope, compile) {
    const parts = listOf(operand).map((part) => compile(part, scope));
    return (frame) => parts.every((part) => truthy(part(frame)));
  },
  $or(operand, scope, compile) {
    const parts = listOf(operand).map((part) => compile(part, scope));
    return (frame) => parts.some((part) => truthy(part(frame)));
  },
  $cond(operand, scope, compile) {
    const [condition, then, otherwise] = condParts(operand).map((part) => compile(part, scope)) as [
      Compiled,
      Compiled,
      Compiled,
    ];
    return (frame) => (truthy(condition(frame)) ? then(frame) : otherwise(frame));
  },
  $ifNull(operand, scope, compile) {
    const parts = listOf(operand).map((part) => compile(part, scope));
    if (parts.length < 2) throw badValue('$ifNull needs at least two arguments');
    return (frame) => {
      let value: Maybe;
      for (const part of parts) {
        value = part(frame);
        if (!isNone(value)) return value;
      }
      return value;
    };
  },
  $switch(operand, scope, compile) {
    const { branches, default: otherwise } = optionsOf('$switch', operand, ['branches'], ['default']);
    const cases = arrayOf('$switch', branches).map((branch) => {
      const { case: condition, then } = optionsOf('$switch', branch, ['case', 'then'], []);
      return [compile(condition as Value, scope), compile(then as Value, scope)] as const;
    });
    if (cases.length === 0) throw badValue('$switch requires at least one branch');
    const rest = otherwise === undefined ? undefined : compile(otherwise, scope);
    return (frame) => {
      for (const [condition, then] of cases) if (truthy(condition(frame))) return then(frame);
      if (!rest)
        throw badValue('$switch could not find a matching branch for an input, and no default was specified');
      return rest(frame);
    };
  },
  $let(operand, scope, compile) {
    const { vars, in: body } = optionsOf('$let', operand, ['vars', 'in'], []);
    if (!isDocument(vars)) throw badValue('invalid parameter: expected an object (vars)');
    const values = Object.values(vars).map((part) => compile(part, scope));
    const { inner, slots } = named(scope, Object.keys(vars));
    const result = compile(body as Value, inner);
    return (frame) => {
      const given = values.map((value) => value(frame));
      slots.forEach((slot, i) => (frame.slots[slot] = given[i]));
      return result(frame);
    };
  },
  $getField(operand, scope, compile) {
    const named = isDocument(operand) && Object.keys(operand).some((key) => !key.startsWith('$'));
    const { field, input = '$$CURRENT' } = named
      ? optionsOf('$getField', operand, ['field'], ['input'])
      : { field: operand };
    const [name, document] = [compile(field as Value, scope), compile(input, scope)];
    return (frame) => {
      const from = document(frame);
      const key = stringOf('$getField', name(frame));
      if (from === null) return null;
      return isDocument(from) && Object.hasOwn(from, key) ? from[key] : undefined;
    };
  },
  // `sortBy` is not compiled: it is a plain list of field paths, not an expression.
  $sortArray(operand, scope, compile) {
    const { input, sortBy } = optionsOf('$sortArray', operand, ['input', 'sortBy'], []);
    checkSort(sortBy as Value);
    const list = compile(input as Value, scope);
    return (frame) => {
      const items = list(frame);
      if (isNone(items)) return null;
      const sorted = [...arrayOf('$sortArray', items)];
      sortItems(sorted, sortBy as number | Document);
      return sorted;
    };
  },
  $map(operand, scope, compile) {
    const { input, as = 'this', in: body } = optionsOf('$map', operand, ['input', 'in'], ['as']);
    const list = compile(input as Value, scope);
    const { inner, slots } = named(scope, [String(as)]);
    const each = compile(body as Value, inner);
    return (frame) => {
      const items = list(frame);
      if (isNone(items)) return null;
      let made = 0;
      return arrayOf('$map', items).map((item) => {
        takeSteps(frame.budget, 1);
        frame.slots[slots[0] as number] = item;
        const value = each(frame) ?? null;
        made += Array.isArray(value) ? value.length : 1;
        if (made > maxItems) throw valueTooLarge();
        return value;
      });
    };
  },
  $filter(operand, scope, compile) {
    const options = optionsOf('$filter', operand, ['input', 'cond'], ['as', 'limit']);
    const list = compile(options.input as Value, scope);
    const { inner, slots } = named(scope, [String(options.as ?? 'this')]);
    const wanted = compile(options.cond as Value, inner);
    const limited = compile(options.limit ?? null, scope);
    return (frame) => {
      const items = list(frame);
      if (isNone(items)) return null;
      const limit = limited(frame);
      const most = isNone(limit) ? Infinity : integerOf('$filter', limit);
      if (most < 1) throw badValue('$filter: limit must be greater than 0');
      const kept: Value[] = [];
      for (const item of arrayOf('$filter', items)) {
        if (kept.length >= most) break;
        takeSteps(frame.budget, 1);
        frame.slots[slots[0] as number] = item;
        if (truthy(wanted(frame))) kept.push(item);
      }
      return kept;
    };
  },
  $reduce(operand, scope, compile) {
    const options = optionsOf('$reduce', operand, ['input', 'initialValue', 'in'], []);
    const list = compile(options.input as Value, scope);
    const initial = compile(options.initialValue as Value, scope);
    const { inner, slots } = named(scope, ['value', 'this']);
    const step = compile(options.in as Value, inner);
    const [valueSlot, itemSlot] = slots as [number, number];
    return (frame) => {
      const items = list(frame);
      if (isNone(items)) return null;
      let value = initial(frame);
      for (const item of arrayOf('$reduce', items)) {
        takeSteps(frame.budget, 1);
        frame.slots[valueSlot] = value;
        frame.slots[itemSlot] = item;
        value = step(frame);
      }
      return value === undefined ? undefined : checkSize(value);
    };
  },
};

/** An inner scope in which each of the names has a slot of the frame to itself. */
function named(scope: Scope, names: string[]): { inner: Scope; slots: number[] } {
  const free = Object.values(scope.slots).reduce((most, slot) => Math.max(most, slot + 1), 0);
  const slots = names.map((_name, i) => free + i);
  const added = Object.fromEntries(names.map((name, i) => [name, free + i]));
  for (const name of names)
    if (!/^[a-z\u0080-\uffff][\w\u0080-\uffff]*$/.test(name))
      throw badValue(`'${name}' has an invalid character for a user variable name`);
  return { inner: { ...scope, slots: { ...scope.slots, ...added } }, slots };
}

function listOf(operand: Value): Value[] {
  return Array.isArray(operand) ? operand : [operand];
}

function condParts(operand: Value): Value[] {
  if (Array.isArray(operand)) {
    if (operand.length !== 3)
      throw badValue(`Expression $cond takes exactly 3 arguments. ${operand.length} were passed in.`);
    return operand;
  }
  const { if: condition, then, else: otherwise } = optionsOf('$cond', operand, ['if', 'then', 'else'], []);
  return [condition, then, otherwise] as Value[];
}

function optionsOf(operator: string, operand: Value, required: string[], optional: string[]): Document {
  if (!isDocument(operand)) throw badValue(`${operator} only supports an object as its argument`);
  for (const name of Object.keys(operand))
    if (!required.includes(name) && !optional.includes(name))
      throw badValue(`Unrecognized parameter to ${operator}: ${name}`);
  for (const name of required)
    if (operand[name] === undefined) throw badValue(`Missing '${name}' parameter to ${operator}`);
  return operand;
}
