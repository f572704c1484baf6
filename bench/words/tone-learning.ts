import { fold } from '../../miniprogram/facts/notes/normalise';
import { moreSimplified } from '../../miniprogram/facts/notes/more-simplified';
import { soundsOf } from '../../miniprogram/facts/notes/tone-sounds';
import type { LabelledNote } from './labelled-note';

/** The weight of each sound in hundredths, the heaviest first; above zero it is a dealer's. */
export type Tone = ReadonlyMap<string, number>;

const rounds = 30;
/** How much one note may pull the weights: less makes them smoother, more makes them fit each note. */
const pull = 2;
/** How much more a rare sound counts than a common one. */
const rarity = 1.5;
/**
 * A support vector machine with squared hinge loss, by dual coordinate descent (Hsieh and others, 2008), in a fixed
 * order.
 */
export function learnTone(notes: readonly LabelledNote[]): Tone {
  const lessons = [...notes, ...misplaced(notes), ...joinedNotes(notes)].map((note) => ({
    sounds: soundsOfNote(note),
    sign: note.verdict === 'dealer' ? 1 : -1,
  }));
  const { numbers, scales } = numbered(lessons.slice(0, notes.length).map(({ sounds }) => sounds));
  const heard = lessons.map(({ sounds, sign }) => {
    const at = sounds.flatMap((sound) => numbers.get(sound) ?? []);
    const size = Math.sqrt(Math.max(1, at.length));
    const square = at.reduce((sum, number) => sum + (scales[number] ?? 0) ** 2, 0) / size ** 2;
    return { at, sign, size, square };
  });
  const weights = new Float64Array(numbers.size);
  const pulls = new Float64Array(heard.length);
  for (let turn = 0; turn < rounds * heard.length; turn++) {
    const which = (turn * stride) % heard.length;
    const lesson = heard[which];
    if (!lesson) continue;
    const { at, sign, size, square } = lesson;
    let sum = 0;
    for (const number of at) sum += (weights[number] ?? 0) * (scales[number] ?? 0);
    const before = pulls[which] ?? 0;
    const slack = 1 / (2 * pull);
    const after = Math.max(0, before - ((sign * sum) / size - 1 + before * slack) / (square + slack));
    pulls[which] = after;
    const change = ((after - before) * sign) / size;
    if (change === 0) continue;
    for (const number of at) weights[number] = (weights[number] ?? 0) + change * (scales[number] ?? 0);
  }
  return new Map(
    [...numbers]
      .map(([sound, number]): [string, number] => [
        sound,
        (weights[number] ?? 0) * (scales[number] ?? 0) * 100,
      ])
      .sort((one, other) => Math.abs(other[1]) - Math.abs(one[1]) || (one[0] < other[0] ? -1 : 1)),
  );
}

/** A dealer may sell on the board of needs, too. */
const misplaced = (notes: readonly LabelledNote[]): LabelledNote[] =>
  notes
    .filter(({ verdict, board }) => verdict === 'dealer' && board === 'spare')
    .flatMap((note, index) => (index % 4 === 0 ? [{ ...note, board: 'need' as const }] : []));

/** A prime that divides no number of lessons near ours: each round meets every lesson once, in a mixed order. */
const stride = 7_919;
const joined = 400;

/**
 * A dealer's words with a neighbour's before or after them are a dealer's, and two neighbours are neighbours: taught
 * so, the tone is not talked down by what is added.
 */
function joinedNotes(notes: readonly LabelledNote[]): LabelledNote[] {
  return (['need', 'spare'] as const).flatMap((board) => {
    const dealers = notes.filter((note) => note.board === board && note.verdict === 'dealer');
    const honest = notes.filter((note) => note.board === board && note.verdict === 'honest');
    const count = dealers.length === 0 || honest.length === 0 ? 0 : joined / 2;
    return Array.from({ length: count }, (_, index) => {
      const pick = (from: readonly LabelledNote[], by: number): LabelledNote | undefined =>
        from[(index * by) % from.length];
      const [dealer, one, other] = [pick(dealers, 131), pick(honest, 197), pick(honest, 389)];
      if (!dealer || !one || !other) return [];
      const mixed = index % 3 === 0 ? `${one.text}，${dealer.text}` : `${dealer.text}，${one.text}`;
      return [
        { ...dealer, text: mixed },
        { ...one, text: `${one.text}，${other.text}` },
      ];
    }).flat();
  });
}

export const soundsOfNote = ({ text, board }: Pick<LabelledNote, 'text' | 'board'>): string[] =>
  soundsOf(moreSimplified(fold(text, 'dropped').text), board);

/** A number for each sound that was heard at least twice, and how much a note's sound counts: on average about one. */
function numbered(notes: readonly (readonly string[])[]): {
  numbers: ReadonlyMap<string, number>;
  scales: Float64Array;
} {
  const counts = new Map<string, number>();
  for (const sounds of notes) for (const sound of sounds) counts.set(sound, (counts.get(sound) ?? 0) + 1);
  const common = [...counts].filter(([, count]) => count >= 2);
  const raw = common.map(([, count]) => Math.log(1 + notes.length / (1 + count)) ** rarity);
  const mean = Math.sqrt(raw.reduce((sum, scale) => sum + scale ** 2, 0) / raw.length);
  return {
    numbers: new Map(common.map(([sound], number): [string, number] => [sound, number])),
    scales: Float64Array.from(raw, (scale) => scale / mean),
  };
}

/** A note's tone by these weights, computed like `toneOf`. */
export function toneBy(tone: Tone, sounds: readonly string[]): number {
  const known = sounds.flatMap((sound) => tone.get(sound) ?? []);
  return known.reduce((sum, weight) => sum + weight, 0) / Math.sqrt(Math.max(1, known.length));
}
