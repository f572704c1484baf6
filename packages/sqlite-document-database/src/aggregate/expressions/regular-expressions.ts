import { badValue } from '../../refusals';
import { boundedMatch } from '../../values/bounded-match';
import { makeRegExp } from '../../values/ejson';
import { patternOf } from '../../values/pattern';
import type { Document } from '../../values/value';
import { isNone, stringOf, type Maybe, type NamedOperator } from './operator';

/** The operators `$regexMatch`, `$regexFind` and `$regexFindAll`. */
export const regularExpressions: Record<string, NamedOperator> = {
  $regexMatch: finding(
    '$regexMatch',
    (text, pattern) =>
      text !== null && pattern !== null && boundedMatch(pattern, text, () => pattern.test(text)),
  ),
  $regexFind: finding('$regexFind', (text, pattern) => {
    const found =
      text === null || pattern === null ? null : boundedMatch(pattern, text, () => pattern.exec(text));
    return found && described(found);
  }),
  $regexFindAll: finding('$regexFindAll', (text, pattern) => {
    if (text === null || pattern === null) return [];
    const all = new RegExp(pattern.source, `${pattern.flags}g`);
    return boundedMatch(pattern, text, () => [...text.matchAll(all)]).map(described);
  }),
};

function finding(
  operator: string,
  find: (text: string | null, pattern: RegExp | null) => Maybe,
): NamedOperator {
  return {
    required: ['input', 'regex'],
    optional: ['options'],
    compute({ input, regex, options }) {
      const text = isNone(input) ? null : stringOf(operator, input);
      return find(text, isNone(regex) ? null : patternOf(compiled(operator, regex, options)));
    },
  };
}

function compiled(operator: string, regex: Maybe, options: Maybe): RegExp {
  const flags = isNone(options) ? undefined : stringOf(operator, options);
  if (typeof regex === 'string') return makeRegExp(regex, flags ?? '');
  if (!(regex instanceof RegExp)) throw badValue(`${operator} needs 'regex' to be of type string or regex`);
  return flags === undefined ? regex : makeRegExp(regex.source, flags);
}

/** MongoDB counts positions in characters, JavaScript in UTF-16 units. */
function described(found: RegExpExecArray | RegExpMatchArray): Document {
  const before = (found.input ?? '').slice(0, found.index);
  const [match, ...captures] = found;
  return {
    match,
    idx: [...before].length,
    captures: captures.map((capture: string | undefined) => capture ?? null),
  };
}
