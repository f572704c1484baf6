/*
 * Regular expressions as a tree, matched by trying one alternative after another. Each part means what it means in PCRE, which
 * MongoDB uses.
 * Source: https://www.mongodb.com/docs/manual/reference/operator/query/regex/
 */

export type NaivePattern =
  | { is: 'text'; text: string }
  | { is: 'any' | 'start' | 'end' | 'space' | 'word edge' }
  | { is: 'class'; texts: string[]; not: boolean }
  | { is: 'repeat'; of: NaivePattern; least: number; most: number; lazy: boolean }
  | { is: 'group'; captures: boolean; ways: NaivePattern[][] };

export interface NaiveOptions {
  i: boolean;
  m: boolean;
  s: boolean;
}

/** A match and its groups, each with its first position and the position after it. Positions count characters. */
export type NaiveMatch = { from: number; to: number; captures: ([from: number, to: number] | null)[] };

/** The first match at or after a position. */
export function naiveSearch(
  parts: NaivePattern[],
  text: string,
  options: NaiveOptions,
  start = 0,
): NaiveMatch | undefined {
  const characters = [...text];
  for (let from = start; from <= characters.length; from++) {
    const captures = Array<NaiveMatch['captures'][number]>(groupsIn(parts)).fill(null);
    let found: NaiveMatch | undefined;
    const end = (at: number): boolean => {
      found = { from, to: at, captures: [...captures] };
      return true;
    };
    if (inOrder(parts, from, { characters, options, captures }, 0, end)) return found;
  }
  return undefined;
}

/** All matches; after an empty match the search goes on one character further. */
export function naiveSearchAll(parts: NaivePattern[], text: string, options: NaiveOptions): NaiveMatch[] {
  const all: NaiveMatch[] = [];
  let next = 0;
  for (;;) {
    const found = naiveSearch(parts, text, options, next);
    if (!found) return all;
    all.push(found);
    next = found.to === found.from ? found.to + 1 : found.to;
  }
}

export function groupsIn(parts: NaivePattern[]): number {
  return parts.reduce((sum, part) => {
    if (part.is === 'repeat') return sum + groupsIn([part.of]);
    return part.is === 'group' ? sum + Number(part.captures) + groupsIn(part.ways.flat()) : sum;
  }, 0);
}

interface Subject {
  characters: string[];
  options: NaiveOptions;
  captures: NaiveMatch['captures'];
}

type Then = (at: number) => boolean;

/** Matches the parts one after the other, then `then`. @param group how many capturing groups open before these parts */
function inOrder(parts: NaivePattern[], at: number, subject: Subject, group: number, then: Then): boolean {
  const [first, ...rest] = parts;
  if (!first) return then(at);
  const after = group + groupsIn([first]);
  return one(first, at, subject, group, (next) => inOrder(rest, next, subject, after, then));
}

function one(part: NaivePattern, at: number, subject: Subject, group: number, then: Then): boolean {
  const { characters, options, captures } = subject;
  const here = characters[at];
  const pass = (holds: boolean): boolean => here !== undefined && holds && then(at + 1);
  const same = (a: string): boolean => (options.i ? a.toLowerCase() === here?.toLowerCase() : a === here);
  switch (part.is) {
    case 'text':
      return pass(same(part.text));
    case 'any':
      return pass(options.s || here !== '\n');
    case 'space':
      return pass(here === ' ' || here === '\n' || here === '\r');
    case 'class':
      return pass(part.texts.some(same) !== part.not);
    case 'start':
      return (at === 0 || (options.m && characters[at - 1] === '\n' && here !== undefined)) && then(at);
    case 'end': {
      const isLast = here === undefined || (here === '\n' && at === characters.length - 1);
      return (isLast || (options.m && here === '\n')) && then(at);
    }
    case 'word edge': {
      const inWord = (character: string | undefined): boolean => /^\w$/.test(character ?? ' ');
      return inWord(characters[at - 1]) !== inWord(here) && then(at);
    }
    case 'group': {
      const index = group;
      const inside = group + Number(part.captures);
      let before = inside;
      return part.ways.some((way) => {
        const own = before;
        before += groupsIn(way);
        return inOrder(way, at, subject, own, (next) => {
          if (!part.captures) return then(next);
          const old = captures[index] ?? null;
          captures[index] = [at, next];
          if (then(next)) return true;
          captures[index] = old;
          return false;
        });
      });
    }
    case 'repeat': {
      const again = (done: number, from: number): boolean => {
        const more = (): boolean =>
          done < part.most &&
          one(part.of, from, subject, group, (next) => next > from && again(done + 1, next));
        const enough = (): boolean => done >= part.least && then(from);
        return part.lazy ? enough() || more() : more() || enough();
      };
      return again(0, at);
    }
  }
}
