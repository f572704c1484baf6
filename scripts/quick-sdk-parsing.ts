import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';

/**
 * `EJSON.parse` calls a function for every value of a document, which took a seventh of the CPU of a page of a board. JSON alone is
 * parsed by V8; only objects with a `$` field mean something else, such as `{"$numberLong": "1"}`.
 */
const slow =
  /return JSON\.parse\(text, function \(key, value\) \{[\s\S]*?return deserializeValue\(value, finalOptions\);\s*\}\);/;

const quick = `if (!finalOptions.relaxed) $&
        return quickParsed(String(text), finalOptions);`;

/**
 * Most values with a `$` are numbers, and become plain ones in the text already, so that JSON.parse makes no object of each. Within a text of
 * JSON its quotes would be escaped, so what is replaced is always a number. Where no other `$` is left, nothing has to be visited.
 *
 * `quickValue` visits the values in the order in which JSON.parse would have called the function.
 */
const quickParsed = String.raw`
const sentNumber = /\{"\$number(?:Int":"(-?(?:0|[1-9]\d{0,9}))"|Long":"(-?[1-9]\d{0,14})"|Double":"(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?)")\}/g;
function quickParsed(sent, options) {
  const text = sent.replace(sentNumber, '$1$2$3');
  const value = JSON.parse(text);
  // An escaped character may be a $, or the null that no name may hold.
  return text.includes('"$') || text.includes('\\u00') ? quickValue(value, options) : value;
}
function quickValue(value, options) {
  if (typeof value !== 'object' || value === null) return value;
  const keys = Object.keys(value);
  if (keys.length === 1) {
    const text = value[keys[0]];
    if (typeof text === 'string') {
      if (keys[0] === '$numberInt') return parseInt(text, 10);
      if (keys[0] === '$numberDouble') return parseFloat(text);
      // What a number holds exactly.
      if (keys[0] === '$numberLong' && /^-?[1-9]\d{0,14}$/.test(text)) return Number(text);
    }
  }
  let isSpecial = false;
  for (const key of keys) {
    if (key.indexOf('\x00') !== -1)
      throw new error_1.BSONError('BSON Document field names cannot contain null bytes, found: ' + JSON.stringify(key));
    const before = value[key];
    if (typeof before === 'object' && before !== null) {
      const after = quickValue(before, options);
      if (after !== before) Object.defineProperty(value, key, { value: after, writable: true, enumerable: true, configurable: true });
    }
    isSpecial ||= key.charCodeAt(0) === 36;
  }
  return isSpecial ? deserializeValue(value, options) : value;
}
`;

/** The database's answers are parsed without a call for every value, with the same results. */
export const quickSdkParsing: Plugin = {
  name: 'quick-sdk-parsing',
  setup(setup) {
    setup.onLoad({ filter: /[\\/]bson[\\/]lib[\\/]extended_json\.js$/ }, ({ path }) => ({
      contents: withQuickParsing(readFileSync(path, 'utf8')),
      loader: 'js',
    }));
    setup.onLoad({ filter: /[\\/]bson[\\/]lib[\\/]bson\.js$/ }, ({ path }) => ({
      contents: withoutScratch(readFileSync(path, 'utf8')),
      loader: 'js',
    }));
  },
};

/** Throws when the source is not that of the version it was written for. */
export function withQuickParsing(source: string): string {
  if (!slow.test(source))
    throw new Error('bson parses in another way than scripts/quick-sdk-parsing.ts knows');
  return source.replace(slow, quick) + quickParsed;
}

const scratch = 'buffer_1.Buffer.alloc(MAXSIZE)';

/** `serialize` makes its 17 MB when it is first called, because nothing here writes BSON. Throws as above. */
export function withoutScratch(source: string): string {
  if (!source.includes(scratch))
    throw new Error('bson keeps its bytes in another way than scripts/quick-sdk-parsing.ts knows');
  return source.replace(scratch, 'buffer_1.Buffer.alloc(0)');
}
