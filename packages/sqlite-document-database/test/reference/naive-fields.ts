import type { Document, Value } from '../../src/values/value';
import { naiveEvaluateFor, type Names } from './naive-expression';
import { isPlain, refuse, type Maybe } from './naive-kinds';

/*
 * `$project`, `$addFields` and `$unset`, one path at a time.
 * Source: https://www.mongodb.com/docs/manual/reference/operator/aggregation/project/
 */

export function naiveProject(spec: Document, document: Document, names: Names): Document {
  const paths = pathsOf(spec);
  const flags = paths.filter(([, value]) => isFlag(value));
  const dropped = flags.filter(([, value]) => !value).map(([path]) => path);
  const kept = flags.filter(([, value]) => Boolean(value)).map(([path]) => path);
  const computed = paths.filter(([, value]) => !isFlag(value));
  if (kept.length + computed.length === 0) return dropped.reduce(naiveDrop, document) as Document;
  if (dropped.some((path) => path !== '_id')) refuse('inclusion and exclusion mixed');
  if (!dropped.includes('_id')) kept.push('_id');
  const reached = keep(document, split(kept), split(computed.map(([path]) => path))) as Document;
  return setAll(reached, computed, document, names);
}

export function naiveAddFields(spec: Document, document: Document, names: Names): Document {
  return setAll(document, pathsOf(spec), document, names);
}

/** The value without the field at the path, in every document that the path leads through. */
export function naiveDrop(value: Maybe, path: string): Maybe {
  return drop(value, path.split('.'));
}

/** Flattens `{a: {b: 1}}` to `{'a.b': 1}`. */
function pathsOf(spec: Document, prefix = ''): [path: string, value: Value][] {
  return Object.entries(spec).flatMap(([name, value]): [string, Value][] =>
    isPlain(value) && !Object.keys(value)[0]?.startsWith('$')
      ? pathsOf(value, `${prefix}${name}.`)
      : [[prefix + name, value]],
  );
}

function isFlag(value: Value): boolean {
  return typeof value === 'number' || typeof value === 'boolean';
}

function split(paths: string[]): string[][] {
  return paths.map((path) => path.split('.'));
}

/**
 * The value with only the kept paths. Where a computed path leads below a value that is not a document, an empty document takes
 * its place.
 */
function keep(value: Maybe, kept: string[][], computed: string[][]): Maybe {
  if (Array.isArray(value))
    return value.map((item) => keep(item, kept, computed)).filter((item) => item !== undefined);
  if (!isPlain(value)) return computed.length > 0 ? {} : undefined;
  const within = (paths: string[][], name: string): string[][] =>
    paths.filter((path) => path[0] === name && path.length > 1).map((path) => path.slice(1));
  const out: Document = {};
  for (const [name, inner] of Object.entries(value)) {
    const whole = kept.some((path) => path.length === 1 && path[0] === name);
    const [keptWithin, computedWithin] = [within(kept, name), within(computed, name)];
    const left = whole
      ? inner
      : keptWithin.length + computedWithin.length > 0
        ? keep(inner, keptWithin, computedWithin)
        : undefined;
    if (left !== undefined) out[name] = left;
  }
  return out;
}

function setAll(start: Document, computed: [string, Value][], document: Document, names: Names): Document {
  return computed.reduce<Value>(
    (value, [path, expression]) => put(value, path.split('.'), naiveEvaluateFor(expression, document, names)),
    start,
  ) as Document;
}

function put(value: Maybe, [name = '', ...rest]: string[], to: Maybe): Value {
  if (Array.isArray(value)) return value.map((item) => put(item, [name, ...rest], to));
  const own = isPlain(value) ? value : {};
  const inner = rest.length > 0 ? put(own[name], rest, to) : to;
  return Object.fromEntries(
    Object.entries({ ...own, [name]: inner }).filter(([, each]) => each !== undefined),
  ) as Document;
}

function drop(value: Maybe, [name = '', ...rest]: string[]): Maybe {
  if (Array.isArray(value)) return value.map((item) => drop(item, [name, ...rest]) as Value);
  if (!isPlain(value) || !(name in value)) return value;
  const others = Object.entries(value).filter(([each]) => each !== name);
  return Object.fromEntries(
    rest.length > 0 ? [...others, [name, drop(value[name], rest)]] : others,
  ) as Document;
}
