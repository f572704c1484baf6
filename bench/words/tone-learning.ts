import { fold } from '../../miniprogram/facts/notes/normalise';
import { moreSimplified } from '../../miniprogram/facts/notes/more-simplified';
import { runsOf } from '../../miniprogram/facts/notes/tone';
import type { LabelledNote } from './labelled-note';

/** The weight of each run of characters in hundredths; above zero it is a dealer's. */
export type Tone = ReadonlyMap<string, number>;

const rounds = 15;
const pace = 0.3;
const modesty = 0.015;
/** Weights are rounded to this many hundredths, because fewer distinct weights make a shorter table. */
const step = 4;
/** The number of weights that are kept: the heaviest. */
const kept = 8_000;

/** Logistic regression by stochastic gradient descent, in a fixed order. */
export function learnTone(notes: readonly LabelledNote[]): Tone {
  const lessons = notes.map((note) => ({
    runs: runsOfNote(note),
    dealer: note.verdict === 'dealer' ? 1 : 0,
  }));
  const common = commonRuns(lessons.map(({ runs }) => runs));
  const weights = new Map<string, number>();
  for (let turn = 0; turn < rounds * lessons.length; turn++) {
    const lesson = lessons[(turn * stride) % lessons.length];
    if (!lesson) continue;
    const runs = lesson.runs.filter((run) => common.has(run));
    const scale = 1 / Math.sqrt(Math.max(1, runs.length));
    const sum = runs.reduce((total, run) => total + (weights.get(run) ?? 0) * scale, 0);
    const miss = 1 / (1 + Math.exp(-sum)) - lesson.dealer;
    for (const run of runs) {
      const weight = weights.get(run) ?? 0;
      weights.set(run, weight - pace * (miss * scale + modesty * weight));
    }
  }
  return new Map(
    [...weights]
      .map(([run, weight]): [string, number] => [run, Math.round((weight * 100) / step) * step])
      .filter(([, weight]) => weight !== 0)
      .sort((one, other) => Math.abs(other[1]) - Math.abs(one[1]) || (one[0] < other[0] ? -1 : 1))
      .slice(0, kept),
  );
}

/** A prime that divides no number of notes near ours: each round meets every note once, in a mixed order. */
const stride = 7_919;

export const runsOfNote = ({ text, board }: Pick<LabelledNote, 'text' | 'board'>): string[] =>
  runsOf(moreSimplified(fold(text, 'dropped').text), board);

function commonRuns(notes: readonly (readonly string[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const runs of notes) for (const run of runs) counts.set(run, (counts.get(run) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= 2).map(([run]) => run));
}

/** A note's tone by these weights, computed like `toneOf`. */
export function toneBy(tone: Tone, runs: readonly string[]): number {
  const known = runs.filter((run) => tone.has(run));
  return known.reduce((sum, run) => sum + (tone.get(run) ?? 0), 0) / Math.sqrt(Math.max(1, known.length));
}
