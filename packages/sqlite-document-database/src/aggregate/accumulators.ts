import { badValue } from '../refusals';
import { compareValues } from '../values/compare';
import { isDocument, type Document, type Value } from '../values/value';
import { compileCell } from './compile-cell';
import { compileExpression } from './expressions/compile';
import type { Variables } from './expressions/frame';
import { deviation, extreme, mean, merged, sum } from './expressions/collected';
import { isNone, shown, type Maybe } from './expressions/operator';
import { distinct } from './expressions/sets';
import { cellOfList, cellOfValue, itemFields, parsedItem, type Cell, type Item } from './flow';

type Gather = (members: readonly Item[], id: Value) => Cell;

/**
 * Compiles the fields of a group: `{total: {$sum: '$n'}}`.
 * Source: https://www.mongodb.com/docs/manual/reference/operator/aggregation/group/#accumulator-operator
 * @returns a function of the group's documents and of its id
 */
export function compileAccumulators(
  fields: Document,
  variables: Variables | undefined,
): (members: readonly Item[], id: Value) => [name: string, cell: Cell][] {
  const gathered = Object.entries(fields).map(
    ([name, accumulator]) => [name, compileAccumulator(name, accumulator, variables)] as const,
  );
  return (members, id) => gathered.map(([name, gather]) => [name, gather(members, id)]);
}

function compileAccumulator(name: string, accumulator: Value, variables: Variables | undefined): Gather {
  const [operator, ...more] = isDocument(accumulator) ? Object.keys(accumulator) : [];
  if (operator === undefined || more.length > 0 || !operator.startsWith('$'))
    throw badValue(`The field '${name}' must be an accumulator object`);
  if (name.includes('.')) throw badValue(`The field name '${name}' cannot contain '.'`);
  const operand = (accumulator as Document)[operator] as Value;
  if (operator === '$count' && (!isDocument(operand) || Object.keys(operand).length > 0))
    throw badValue('$count takes no arguments, i.e. $count:{}');
  if (operator === '$count') return (members) => cellOfValue(members.length);
  const several = Object.hasOwn(ofSeveral, operator) ? ofSeveral[operator] : undefined;
  if (several) return firstN(operator, operand, several, variables);
  if (operator === '$push') {
    // `$push` passes values on unchanged, so it does not parse them.
    const cellOf = compileCell(operand, variables);
    return (members) => cellOfList(members.map(cellOf).filter((cell) => cell !== undefined));
  }
  const gather = Object.hasOwn(valueOperators, operator) ? valueOperators[operator] : undefined;
  if (!gather) throw badValue(`unknown group operator '${operator}'`);
  const [only = null, ...rest] = Array.isArray(operand) && !listed.has(operator) ? operand : [operand];
  if (rest.length > 0) throw badValue(`The ${operator} accumulator is a unary operator`);
  const valueOf = compileExpression(only, itemFields, variables);
  return (members) => cellOfValue(gather(members.map(valueOf)) ?? null);
}

const valueOperators: Record<string, (values: readonly Maybe[]) => Maybe> = {
  $sum: sum,
  $avg: mean,
  $min: (values) => extreme(values, -1),
  $max: (values) => extreme(values, 1),
  $first: (values) => values[0],
  $last: (values) => values.at(-1),
  $addToSet: (values) => [...distinct(values.filter((value) => value !== undefined)).values()],
  $stdDevPop: (values) => deviation(values, 0),
  $stdDevSamp: (values) => deviation(values, 1),
  $mergeObjects: merged,
};

/** Accumulators that take a list for the expression of an array; the others take it for their arguments. */
const listed = new Set(['$addToSet', '$first', '$last']);

/** Compiles `{$firstN: {input, n}}`; `$lastN`, `$minN` and `$maxN` have the same form. */
const ofSeveral: Record<string, (values: Value[], n: number) => Value[]> = {
  $firstN: (values, n) => values.slice(0, n),
  $lastN: (values, n) => values.slice(-n),
  $minN: (values, n) => inOrder(values, 1).slice(0, n),
  $maxN: (values, n) => inOrder(values, -1).slice(0, n),
};

/** Every accumulator that `$group` may use. */
export const accumulators = ['$count', '$push', ...Object.keys(valueOperators), ...Object.keys(ofSeveral)];

function firstN(
  operator: string,
  operand: Value,
  take: (values: Value[], n: number) => Value[],
  variables: Variables | undefined,
): Gather {
  if (!isDocument(operand) || operand.input === undefined || operand.n === undefined)
    throw badValue(`${operator} requires 'input' and 'n'`);
  const countOf = compileExpression(operand.n, itemFields, variables);
  const checked = (n: Maybe): number => {
    if (typeof n === 'number' && Number.isInteger(n) && n >= 1) return n;
    throw badValue(`'n' must be a positive integer, found ${shown(n)}`);
  };
  if (typeof operand.n !== 'object' && !String(operand.n).startsWith('$')) checked(operand.n);
  const valueOf = compileExpression(operand.input, itemFields, variables);
  return (members, id) => {
    // `n` sees the fields of the group's id and none of the documents'.
    const n = checked(countOf(parsedItem(isDocument(id) ? id : {})));
    return cellOfValue(
      take(
        members.map((member) => valueOf(member) ?? null),
        n,
      ),
    );
  };
}

function inOrder(values: Value[], sign: 1 | -1): Value[] {
  return values.filter((value) => !isNone(value)).sort((a, b) => compareValues(a, b) * sign);
}
