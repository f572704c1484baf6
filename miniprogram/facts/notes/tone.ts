import type { NoteContext } from './finding';
import type { FoldedText } from './normalise';
import type { Match } from './rule';
import { soundsOf } from './tone-sounds';
import { stepsIn } from './tone-table';
import { toneStep, toneWeights } from './tone-weights';

type Board = NoteContext['board'];

/**
 * How much a folded text sounds like a dealer's, in hundredths: above zero more like a dealer's, below more like a
 * neighbour's. Too few characters have no tone.
 */
export function toneOf(text: string, board: Board): number | undefined {
  if (text.replace(/[^\p{Script=Han}]/gu, '').length < shortest) return undefined;
  const known = soundsOf(text, board).flatMap((sound) => stepsIn(toneWeights, sound) ?? []);
  return (known.reduce((sum, steps) => sum + steps, 0) * toneStep) / Math.sqrt(Math.max(1, known.length));
}

/** The clause that sounds most like a dealer's, in a text that does. */
export function toneMatches(
  { text }: FoldedText,
  { board, plainWords = [] }: Pick<NoteContext, 'board' | 'plainWords'>,
): Match[] {
  if ((toneOf(text, board) ?? 0) < dealing) return [];
  const clauses = [...text.matchAll(/[^，]+/g)].map(({ index, 0: clause }) => ({
    from: index,
    to: index + clause.length,
    tone: toneOf(clause, board) ?? -Infinity,
  }));
  const [first] = clauses.sort((one, other) => other.tone - one.tone);
  if (first === undefined) return [];
  const clause = text.slice(first.from, first.to);
  return plainWords.some((word) => clause.includes(word))
    ? []
    : [{ kind: 'dealing', from: first.from, to: first.to }];
}

/** With so few characters the tone is uncertain, and Latin letters are rare in the labelled notes. */
const shortest = 5;
/** About one in two hundred labelled honest notes reaches this by weights learnt without it; a person looks at it. */
const dealing = 20;
