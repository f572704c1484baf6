import { badValue } from '../refusals';

/**
 * A regular expression that matches as MongoDB's do. Those are PCRE's on characters instead of UTF-16 units: `$` also
 * matches before a last line feed, `.` matches everything except a line feed, lines end with line feeds only, and `\s`
 * is ASCII white space. Source: https://www.mongodb.com/docs/manual/reference/operator/query/regex/
 * @throws PlatformError for features that only PCRE has: atomic groups, possessive quantifiers, `\Q…\E`, recursion
 */
export function patternOf(regex: RegExp): RegExp {
  let pattern = patterns.get(regex);
  if (!pattern) patterns.set(regex, (pattern = translated(regex)));
  return pattern;
}

const patterns = new WeakMap<RegExp, RegExp>();

/** The longest pattern that PCRE accepts. */
const maxPattern = 32_764;

function translated({ source, ignoreCase, multiline, dotAll }: RegExp): RegExp {
  if (source.length > maxPattern) throw badValue('Regular expression is too long');
  const outside: Record<string, string> = {
    '.': dotAll ? '[^]' : '[^\\n]',
    // A line begins after a line feed, but not after the very last one.
    '^': multiline ? '(?:^|(?<=\\n)(?!$))' : '^',
    $: multiline ? '(?=\\n|$)' : '(?=\\n?$)',
    '(?P<': '(?<',
  };
  const text = source.replace(token, (token: string, not: string | undefined, inner: string | undefined) => {
    if (inner !== undefined) return `[${not ?? ''}${translatedClass(inner)}]`;
    if (token.startsWith('\\')) return translatedEscape(token, escapesOutsideClasses);
    return outside[token] ?? (token.length > 1 ? token : `\\${token}`);
  });
  try {
    return new RegExp(text, ignoreCase ? 'iu' : 'u');
  } catch (cause) {
    throw badValue(`Regular expression is invalid: ${(cause as Error).message}`);
  }
}

/**
 * Escapes, classes (a bracket that comes first is literal), characters with another meaning, braces that count, and all
 * other braces.
 */
const token =
  /\\x\{[0-9a-f]+\}|\\[^]|\[(\^?)(\]?(?:\\[^]|\[:\^?\w+:\]|[^\]\\])*)\]|\(\?P<|[.^$]|\{\d+(?:,\d*)?\}|[{}\]]/gi;

function translatedClass(inner: string): string {
  return inner.replace(
    /\\x\{[0-9a-f]+\}|\\[^]|\[:(\^?)(\w+):\]|[[\]]/gi,
    (token, not: string, name: string) => {
      if (name === undefined) return token.length > 1 ? translatedEscape(token, inside) : `\\${token}`;
      const named = posix[name];
      if (named === undefined || not)
        throw badValue(`Regular expression is invalid: unknown POSIX class name`);
      return named;
    },
  );
}

function translatedEscape(token: string, meanings: Record<string, string>): string {
  const letter = token.charAt(1);
  if (token.startsWith('\\x{')) return `\\u{${token.slice(3, -1)}}`;
  if (Object.hasOwn(meanings, letter)) return meanings[letter] as string;
  // Escaped without need, as white space is when `x` ignores it.
  return /[A-Za-z0-9^$\\.*+?()[\]{}|/-]/.test(letter) && token !== '\\-' ? token : plain(letter);
}

/** Applies between the brackets of a class, too. */
function plain(letter: string): string {
  return letter === '-' ? '\\x2d' : letter;
}

const space = '\\t-\\r ';
const vertical = '\\n-\\r\\x85\\u2028\\u2029';
const horizontal = '\\t \\xa0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000';

const inside: Record<string, string> = {
  s: space,
  S: '\\0-\\x08\\x0e-\\x1f!-\\u{10ffff}',
  v: vertical,
  h: horizontal,
  e: '\\x1b',
  a: '\\x07',
};

const escapesOutsideClasses: Record<string, string> = {
  s: `[${space}]`,
  S: `[^${space}]`,
  v: `[${vertical}]`,
  h: `[${horizontal}]`,
  e: '\\x1b',
  a: '\\x07',
  A: '^',
  z: '$',
  Z: '(?=\\n?$)',
};

const posix: Record<string, string> = {
  alpha: 'A-Za-z',
  digit: '0-9',
  alnum: '0-9A-Za-z',
  upper: 'A-Z',
  lower: 'a-z',
  space: space,
  blank: '\\t ',
  punct: '!-\\x2f:-@\\x5b-`\\x7b-~',
  xdigit: '0-9A-Fa-f',
  word: '\\w',
};
