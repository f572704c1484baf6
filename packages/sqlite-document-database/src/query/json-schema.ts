import { badValue } from '../refusals';
import { equalValues } from '../values/compare';
import { makeRegExp } from '../values/ejson';
import { boundedMatch } from '../values/bounded-match';
import { patternOf } from '../values/pattern';
import { isDocument, type Document, type Value } from '../values/value';
import { typeTest } from './type-test';

type Holds = (value: Value) => boolean;

/**
 * Compiles a `$jsonSchema`: the keywords of JSON Schema draft 4 without references, formats and defaults, and `bsonType`. A
 * keyword about one type holds for values of every other.
 * Source: https://www.mongodb.com/docs/manual/reference/operator/query/jsonSchema/
 * @throws PlatformError for unknown keywords and malformed operands
 */
export function compileSchema(schema: Value): Holds {
  if (!isDocument(schema)) throw badValue('$jsonSchema must be an object');
  const tests = Object.entries(schema).map(([keyword, operand]) => {
    const compile = Object.hasOwn(keywords, keyword) ? keywords[keyword] : undefined;
    if (!compile) throw badValue(`Unknown $jsonSchema keyword: ${keyword}`);
    return compile(operand, schema);
  });
  return (value) => tests.every((test) => test(value));
}

type Keyword = (operand: Value, schema: Document) => Holds;

const always: Keyword = () => () => true;

const keywords: Record<string, Keyword> = {
  title: always,
  description: always,
  bsonType: (operand) => typeTest(operand),
  type: (operand) => typeTest([operand].flat().map((name) => bsonNames[String(name)] ?? name)),
  enum: (operand) => {
    const allowed = listOf('enum', operand);
    return (value) => allowed.some((each) => equalValues(each, value));
  },
  allOf: (operand) => {
    const parts = listOf('allOf', operand).map(compileSchema);
    return (value) => parts.every((part) => part(value));
  },
  anyOf: (operand) => {
    const parts = listOf('anyOf', operand).map(compileSchema);
    return (value) => parts.some((part) => part(value));
  },
  oneOf: (operand) => {
    const parts = listOf('oneOf', operand).map(compileSchema);
    return (value) => parts.filter((part) => part(value)).length === 1;
  },
  not: (operand) => {
    const part = compileSchema(operand);
    return (value) => !part(value);
  },
  multipleOf: (operand) => ofNumbers((value) => value % numberOf('multipleOf', operand) === 0),
  minimum: (operand, { exclusiveMinimum }) => {
    const least = numberOf('minimum', operand);
    return ofNumbers((value) => (exclusiveMinimum === true ? value > least : value >= least));
  },
  maximum: (operand, { exclusiveMaximum }) => {
    const most = numberOf('maximum', operand);
    return ofNumbers((value) => (exclusiveMaximum === true ? value < most : value <= most));
  },
  exclusiveMinimum: always,
  exclusiveMaximum: always,
  minLength: (operand) => ofTexts((value) => [...value].length >= countOf('minLength', operand)),
  maxLength: (operand) => ofTexts((value) => [...value].length <= countOf('maxLength', operand)),
  pattern: (operand) => {
    const pattern = patternOf(makeRegExp(String(operand), ''));
    return ofTexts((value) => boundedMatch(pattern, value, () => pattern.test(value)));
  },
  minItems: (operand) => ofArrays((value) => value.length >= countOf('minItems', operand)),
  maxItems: (operand) => ofArrays((value) => value.length <= countOf('maxItems', operand)),
  uniqueItems: (operand) =>
    ofArrays(
      (value) =>
        operand !== true ||
        value.every((item, at) => !value.slice(at + 1).some((other) => equalValues(item, other))),
    ),
  items: (operand, { additionalItems }) => {
    if (!Array.isArray(operand)) {
      const each = compileSchema(operand);
      return ofArrays((value) => value.every(each));
    }
    const parts = operand.map(compileSchema);
    const rest = allowed(additionalItems);
    return ofArrays((value) => value.every((item, at) => (parts[at] ?? rest)(item)));
  },
  additionalItems: always,
  required: (operand) => {
    const names = listOf('required', operand).map(String);
    return ofDocuments((value) => names.every((name) => Object.hasOwn(value, name)));
  },
  minProperties: (operand) =>
    ofDocuments((value) => Object.keys(value).length >= countOf('minProperties', operand)),
  maxProperties: (operand) =>
    ofDocuments((value) => Object.keys(value).length <= countOf('maxProperties', operand)),
  properties: (operand) => {
    const parts = Object.entries(documentOf('properties', operand)).map(
      ([name, part]) => [name, compileSchema(part)] as const,
    );
    return ofDocuments((value) =>
      parts.every(([name, part]) => !Object.hasOwn(value, name) || part(value[name] as Value)),
    );
  },
  patternProperties: (operand) => {
    const parts = patternsIn(operand);
    return ofDocuments((value) =>
      Object.entries(value).every(([name, item]) =>
        parts.every(([matches, part]) => !matches(name) || part(item)),
      ),
    );
  },
  additionalProperties: (operand, { properties, patternProperties }) => {
    const named = Object.keys(isDocument(properties) ? properties : {});
    const patterns = patternProperties === undefined ? [] : patternsIn(patternProperties);
    const rest = allowed(operand);
    return ofDocuments((value) =>
      Object.entries(value).every(
        ([name, item]) => named.includes(name) || patterns.some(([matches]) => matches(name)) || rest(item),
      ),
    );
  },
  dependencies: (operand) => {
    const parts = Object.entries(documentOf('dependencies', operand)).map(([name, needed]) => {
      const needs = compileSchema(Array.isArray(needed) ? { required: needed } : needed);
      return [name, needs] as const;
    });
    return ofDocuments((value) =>
      parts.every(([name, needs]) => !Object.hasOwn(value, name) || needs(value)),
    );
  },
};

/** JSON Schema's own names of types, where they differ from BSON's. */
const bsonNames: Record<string, string> = { boolean: 'bool' };

function ofNumbers(test: (value: number) => boolean): Holds {
  return (value) => (typeof value !== 'number' && typeof value !== 'bigint') || test(Number(value));
}

function ofTexts(test: (value: string) => boolean): Holds {
  return (value) => typeof value !== 'string' || test(value);
}

function ofArrays(test: (value: Value[]) => boolean): Holds {
  return (value) => !Array.isArray(value) || test(value);
}

function ofDocuments(test: (value: Document) => boolean): Holds {
  return (value) => !isDocument(value) || test(value);
}

/** What an `additional…` keyword allows: all, none, or what fits a schema. */
function allowed(operand: Value | undefined): Holds {
  if (operand === undefined || typeof operand === 'boolean') return () => operand !== false;
  return compileSchema(operand);
}

function patternsIn(operand: Value): [matches: (name: string) => boolean, part: Holds][] {
  return Object.entries(documentOf('patternProperties', operand)).map(([source, part]) => {
    const pattern = patternOf(makeRegExp(source, ''));
    return [(name) => boundedMatch(pattern, name, () => pattern.test(name)), compileSchema(part)];
  });
}

function listOf(keyword: string, operand: Value): Value[] {
  if (Array.isArray(operand) && operand.length > 0) return operand;
  throw badValue(`$jsonSchema keyword '${keyword}' must be a non-empty array`);
}

function documentOf(keyword: string, operand: Value): Document {
  if (isDocument(operand)) return operand;
  throw badValue(`$jsonSchema keyword '${keyword}' must be an object`);
}

function numberOf(keyword: string, operand: Value): number {
  if (typeof operand === 'number') return operand;
  throw badValue(`$jsonSchema keyword '${keyword}' must be a number`);
}

function countOf(keyword: string, operand: Value): number {
  if (typeof operand === 'number' && Number.isInteger(operand) && operand >= 0) return operand;
  throw badValue(`$jsonSchema keyword '${keyword}' must be a whole number from 0`);
}
