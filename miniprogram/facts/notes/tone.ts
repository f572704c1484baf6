import { negatedBefore } from './excuses';
import type { NoteContext } from './finding';
import type { FoldedText } from './normalise';
import type { Match } from './rule';
import { toneWeights } from './tone-weights';

type Board = NoteContext['board'];

/**
 * How much a note sounds like a dealer's, counted from its runs of one to three characters. It finds wordings that no rule lists.
 * A note found by its tone alone waits for a volunteer and is never refused.
 */
export function toneOf(text: string, board: Board): number {
  const runs = runsOf(text, board);
  const known = runs.filter((run) => weights.has(run));
  const sum = known.reduce((total, run) => total + (weights.get(run) ?? 0), 0);
  return sum / Math.sqrt(Math.max(1, known.length));
}

/** The board, and every run of one to three characters once. All figures are equal; `^` and `$` are the ends. */
export function runsOf(text: string, board: Board): string[] {
  const line = `^${text.replace(/\d/g, '0')}$`;
  const runs = new Set<string>([`#${board}`]);
  for (let length = 1; length <= 3; length++)
    for (let at = 0; at + length <= line.length; at++) runs.add(line.slice(at, at + length));
  return [...runs];
}

/** The clause that sounds most like a dealer's, in a note that does. */
export function toneMatches({ text }: FoldedText, { board }: Pick<NoteContext, 'board'>): Match[] {
  if (text.replace(/[^\p{Script=Han}]/gu, '').length < shortest || toneOf(text, board) < dealing) return [];
  const clauses = [...text.matchAll(/[^，]+/g)].map(({ index, 0: clause }) => ({ from: index, clause }));
  const [first] = clauses.sort((one, other) => toneOf(other.clause, board) - toneOf(one.clause, board));
  const innocent = first && (negatedBefore(first.clause, first.clause.length) || tellsOfOthers(text));
  return first && !innocent
    ? [{ kind: 'dealing', from: first.from, to: first.from + first.clause.length }]
    : [];
}

/** A warning quotes other people's prices and tricks in a dealer's words. */
export const tellsOfOthers = (text: string): boolean => told.test(text);
const told = /骗|太[贵高]|买不起|药店|网上|有人|别人|闲鱼上|听说/;

/** With so few characters the tone is uncertain, and Latin letters are rare in the labelled notes. */
const shortest = 5;
/**
 * About one in a hundred labelled honest notes sounds like a dealer, by weights learnt without them; a person looks at
 * it.
 */
const dealing = 100;

const weights: ReadonlyMap<string, number> = new Map(
  toneWeights.flatMap(([weight, runs]) => runs.split('\n').map((run): [string, number] => [run, weight])),
);
