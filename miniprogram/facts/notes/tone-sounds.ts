import { afterNegation } from './excuses';
import type { NoteContext } from './finding';
import { clauseEnd } from './normalise';
import { byClass } from './word-classes';

type Board = NoteContext['board'];

/**
 * The features of a folded text that the tone weighs, each once: runs of characters, two characters of a clause with a few
 * between them, runs that a clause negates, the ends of clauses, the sizes of figures, and the same runs with the words of
 * a class alike.
 */
export function soundsOf(text: string, board: Board): string[] {
  return soundsOfWords(text.replace(aroundWords, ''), board);
}

/** Marks before the first word and after the last: a full stop changes no meaning. */
const aroundWords = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

function soundsOfWords(text: string, board: Board): string[] {
  const line = `^${text.replace(/\d/g, '0')}$`;
  const sounds = new Set<string>([`#${board}`]);
  const add = (prefix: string, runs: Iterable<string>): void => {
    for (const run of runs) sounds.add(prefix + run);
  };
  add('', runsOf(line, 3));
  add(board.charAt(0), runsOf(line, 2));
  const clauses = line.split(clauseEnd);
  for (const clause of clauses) {
    add('!', runsOf(afterNegation(clause), 2));
    const words = clause.replace(/[\^$]/g, '');
    if (words === '') continue;
    sounds.add(`<${words.slice(0, 2)}`).add(`${words.slice(-2)}>`);
    add('', pairsOf(clause));
  }
  sounds.add(`clauses ${Math.min(5, clauses.length)}`);
  for (const { 0: figures, index } of text.matchAll(/\d+(?:\.\d+)?/g)) {
    const size = `size ${Math.min(6, Math.floor(Math.log2(Number(figures) + 1)))}`;
    sounds.add(size).add(size + text.charAt(index + figures.length));
  }
  const classed = byClass(line);
  for (const run of runsOf(classed, 3)) if (/[A-Z]/.test(run)) sounds.add(`@${run}`);
  const letters = [...new Set(classed.match(/[A-Z]/g))].filter((letter) => !/[UN]/.test(letter)).sort();
  for (const [index, letter] of letters.entries()) {
    sounds.add(`&${board.charAt(0)}${letter}`);
    for (const other of letters.slice(index + 1))
      sounds.add(`&${letter}${other}`).add(`&${board.charAt(0)}${letter}${other}`);
  }
  return [...sounds];
}

function* runsOf(line: string, longest: number): Generator<string> {
  for (let length = 1; length <= longest; length++)
    for (let at = 0; at + length <= line.length; at++) yield line.slice(at, at + length);
}

/** 收…钱: what is between may be anything. */
function* pairsOf(clause: string): Generator<string> {
  for (let at = 0; at < clause.length; at++)
    for (let other = at + 2; other < Math.min(clause.length, at + farthest); other++)
      yield `${clause.charAt(at)}~${clause.charAt(other)}`;
}

const farthest = 6;
