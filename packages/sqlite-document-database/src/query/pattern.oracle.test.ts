import fc from 'fast-check';
import { compileExpression } from '../aggregate/expressions/compile';
import { pattern, subject, type ArbitraryPattern } from '../../test/arbitrary/arbitrary-patterns';
import {
  naiveSearch,
  naiveSearchAll,
  type NaiveMatch,
  type NaivePattern,
} from '../../test/reference/naive-pattern';
import { oracleSeed as seed } from '../../test/arbitrary/oracle-seed';
import { parseEjson, stringifyEjson } from '../values/ejson';
import type { Document, Value } from '../values/value';
import { compileQuery, DOCUMENTS } from './matcher';

/** The pattern as it arrives over the wire. */
function regexOf({ source, flags }: ArbitraryPattern): Value {
  return parseEjson(JSON.stringify({ $regularExpression: { pattern: source, options: flags } }));
}

/** A group in a repetition keeps another of its matches in this engine, so its content is not compared. */
function comparable(parts: NaivePattern[], found: Document | null): Document | null {
  if (!found || !parts.some(repeatsGroup)) return found;
  return { match: found.match ?? null, idx: found.idx ?? null };
}

function repeatsGroup(part: NaivePattern): boolean {
  if (part.is === 'group') return part.ways.flat().some(repeatsGroup);
  return part.is === 'repeat' && part.of.is === 'group';
}

function described(text: string, match: NaiveMatch | undefined): Document | null {
  if (!match) return null;
  const characters = [...text];
  const cut = (from: number, to: number): string => characters.slice(from, to).join('');
  const captures = match.captures.map((capture) => capture && cut(...capture));
  return { match: cut(match.from, match.to), idx: match.from, captures };
}

test(`patterns find the same as a search that tries all alternatives, in queries and expressions: 4,000 of them on 3 texts (ORACLE_SEED=${seed})`, () => {
  fc.assert(
    fc.property(pattern, fc.array(subject, { minLength: 3, maxLength: 3 }), (asked, texts) => {
      const { parts, options, source, flags } = asked;
      const evaluate = (expression: Document, text: string): Value | undefined =>
        compileExpression(expression, DOCUMENTS)({ text });
      for (const text of texts) {
        const first = naiveSearch(parts, text, options);
        const found = first !== undefined;
        const matches = (condition: Value): boolean => compileQuery({ a: condition })({ a: text });
        const named = { input: '$text', regex: { $literal: source }, options: flags };
        const all = evaluate({ $regexFindAll: named }, text) as Document[];
        const told = {
          byText: matches({ $regex: source, $options: flags }),
          alone: matches(regexOf(asked)),
          among: matches({ $in: ['nothing', regexOf(asked)] }),
          not: matches({ $not: regexOf(asked) }),
          none: matches({ $nin: [regexOf(asked)] }),
          inArray: compileQuery({ a: { $elemMatch: { $regex: source, $options: flags } } })({ a: [1, text] }),
          all: compileQuery({ a: { $all: [regexOf(asked)] } })({ a: [null, text] }),
          match: evaluate({ $regexMatch: named }, text),
          first: comparable(
            parts,
            evaluate({ $regexFind: { input: '$text', regex: regexOf(asked) } }, text) as Document,
          ),
          each: all.map((one) => comparable(parts, one)),
        };
        const wanted = {
          byText: found,
          alone: found,
          among: found,
          not: !found,
          none: !found,
          inArray: found,
          all: found,
          match: found,
          first: comparable(parts, described(text, first)),
          each: naiveSearchAll(parts, text, options).map((one) => comparable(parts, described(text, one))),
        };
        expect({ source, flags, text, told: stringifyEjson(told as Document) }).toEqual({
          source,
          flags,
          text,
          told: stringifyEjson(wanted as Document),
        });
      }
    }),
    { numRuns: 4_000, seed },
  );
});
