import { badValue, requestFailed } from '../refusals';
import { pathParts } from '../values/path';
import { isDocument, type Document, type Value } from '../values/value';
import { operators, type Operator } from './operators';

/** A parsed update. */
export interface Update {
  /** The steps sorted by path, in the order in which MongoDB applies them. */
  steps: Step[];
  /** The top-level fields that the update reads or changes; the written ones first, in the order of the steps. */
  roots: string[];
  /** Whether some path contains `$` or `$[]`, so that it means different positions in each document. */
  positional: boolean;
}

export interface Step {
  /** The path as written; it may contain `$` and `$[]`. */
  path: string;
  operator: Operator;
  operand: Value;
}

/**
 * Parses an update document.
 * @throws PlatformError for what is wrong for every document: unknown operators, malformed operands, paths that conflict
 */
export function parseUpdate(update: Document): Update {
  const steps: Step[] = [];
  const touched: string[] = [];
  for (const name of Object.keys(update)) {
    const operator = Object.hasOwn(operators, name) ? operators[name] : undefined;
    if (!operator)
      throw badValue(
        name.startsWith('$') ? `Unknown modifier: ${name}` : `update must use operators, not ${name}`,
      );
    const fields = update[name];
    if (!isDocument(fields))
      throw badValue(`Modifiers operate on fields but we found another type for ${name}`);
    for (const path of Object.keys(fields)) {
      const operand = fields[path] as Value;
      refuseMalformed(path);
      operator.check?.(operand, path);
      touched.push(path);
      if (operator.second) touched.push(operator.second(operand));
      if (!operator.idle) steps.push({ path, operator, operand });
    }
  }
  if (touched.length > 1) refuseClashes(touched);
  if (steps.length > 1) steps.sort((a, b) => comparePaths(writtenPath(a), writtenPath(b)));
  return {
    steps,
    roots: rootsOf(steps),
    positional: steps.some(({ path }) => path.includes('$')),
  };
}

/** The path where a step writes; for a value that moves, its target. */
function writtenPath({ path, operator, operand }: Step): string {
  return operator.second?.(operand) ?? path;
}

function rootsOf(steps: readonly Step[]): string[] {
  const paths = [...steps.map(writtenPath), ...steps.map(({ path }) => path)];
  return [...new Set(paths.map((path) => pathParts(path)[0] as string))];
}

function refuseMalformed(path: string): void {
  const parts = pathParts(path);
  if (parts.includes(''))
    throw requestFailed(
      'Update',
      path === ''
        ? 'An empty update path is not valid'
        : `The update path '${path}' contains an empty field name, which is not allowed`,
    );
  if (!path.includes('$')) return;
  if (parts[0]?.startsWith('$'))
    throw requestFailed(
      'Update',
      `Cannot have positional (i.e. '$') element in the first position in path '${path}'`,
    );
  if (parts.filter((part) => part === '$').length > 1)
    throw requestFailed('Update', `Too many positional (i.e. '$') elements found in path '${path}'`);
  const unknown = parts.find((part) => part.startsWith('$') && part !== '$' && part !== '$[]');
  if (unknown !== undefined)
    throw requestFailed(
      'Update',
      unknown.startsWith('$[')
        ? `No array filter found for identifier '${unknown.slice(2, -1)}' in path '${path}'`
        : `The dollar ($) prefixed field '${unknown}' in '${path}' is not valid for storage`,
    );
}

/** Refuses two changes of one path, or of a path and another within it. @throws PlatformError */
export function refuseClashes(paths: readonly string[]): void {
  const touched = new Set<string>();
  for (const path of paths) {
    if (touched.has(path)) throw clash(path, path);
    touched.add(path);
  }
  for (const path of paths)
    for (let dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
      const outer = path.slice(0, dot);
      if (touched.has(outer)) throw clash(path, outer);
    }
}

function clash(path: string, outer: string): Error {
  return requestFailed('Update', `Updating the path '${path}' would create a conflict at '${outer}'`);
}

/**
 * Compares paths part by part: positions come first, in numeric order, then names in lexicographic order.
 * Source:
 * https://www.mongodb.com/docs/manual/reference/operator/update/#update-operators-behavior-with-string-and-numeric-field-names
 */
export function comparePaths(a: string, b: string): number {
  const [x, y] = [pathParts(a), pathParts(b)];
  for (let i = 0; i < x.length && i < y.length; i++) {
    const [one, other] = [x[i] as string, y[i] as string];
    if (one === other) continue;
    const [number, otherNumber] = [positionOf(one), positionOf(other)];
    // Positions must come before names. Mixed with names as text they have no order: `10` < `1a` and `1a` < `9`, yet 9 < 10.
    if (number !== otherNumber) return number < otherNumber ? -1 : 1;
    return one < other ? -1 : 1;
  }
  return x.length - y.length;
}

function positionOf(part: string): number {
  return /^\d+$/.test(part) ? Number(part) : Infinity;
}
