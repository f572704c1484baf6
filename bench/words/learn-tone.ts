/**
 * `npm run words:tone`: learns how dealers sound from every labelled note and every rule's examples, and writes
 * tone-weights.ts. `-- --without HALF` leaves a half out: counted on that half, the rules show what the next may show.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { tellsOfOthers } from '../../miniprogram/facts/notes/tone';
import { ruleExamples } from '../../miniprogram/facts/notes/rule-examples';
import { readLabelledNotes, type LabelledNote } from './labelled-note';
import { learnTone, runsOfNote, toneBy, type Tone } from './tone-learning';

const folder = __dirname;
const target = join(folder, '..', '..', 'miniprogram', 'facts', 'notes', 'tone-weights.ts');
const folds = 8;
/** Parts of notes that are counted must not be learnt from. */
const counted = 'fourth-half.jsonl';

function main(): void {
  const { values } = parseArgs({ options: { without: { type: 'string' } } });
  const notes = [...labelled(values.without), ...examples()];
  const all = notes.filter(({ verdict }) => verdict === 'honest').length;
  const heard = Array.from({ length: folds }, (_, fold) => {
    const tone = learnTone(notes.filter((_note, index) => index % folds !== fold));
    return notes
      .filter((_note, index) => index % folds === fold)
      .filter(({ text }) => !tellsOfOthers(text))
      .map((note) => ({ note, tone: toneBy(tone, runsOfNote(note)) }));
  }).flat();
  console.log('threshold  honest above  dealers above  (each note heard by weights learnt without it)');
  for (const threshold of [80, 90, 100, 110, 120, 130, 140]) {
    const above = heard.filter(({ tone }) => tone >= threshold);
    const honest = above.filter(({ note }) => note.verdict === 'honest');
    console.log(
      `${threshold}  ${honest.length} of ${all}  ${above.length - honest.length} of ${notes.length - all}`,
    );
  }
  writeFileSync(target, tableOf(learnTone(notes)));
}

const labelled = (without?: string): LabelledNote[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl') && file !== `${without}.jsonl` && file !== counted)
    .sort()
    .flatMap((file) => readLabelledNotes(join(folder, file)))
    .filter(({ verdict }) => verdict !== 'own-number');

/** Texts that a rule must let pass are honest on both boards. */
const examples = (): LabelledNote[] =>
  Object.values(ruleExamples).flatMap(({ refused, accepted }) => [
    ...accepted.map((text) => ({
      text,
      board: 'spare' as const,
      verdict: 'honest' as const,
      kind: 'example',
    })),
    ...refused.map((text) => ({
      text,
      board: 'spare' as const,
      verdict: 'dealer' as const,
      kind: 'example',
    })),
  ]);

function tableOf(tone: Tone): string {
  const byWeight = new Map<number, string[]>();
  for (const [run, weight] of tone) byWeight.set(weight, [...(byWeight.get(weight) ?? []), run]);
  const rows = [...byWeight]
    .sort(([one], [other]) => other - one)
    .map(([weight, runs]) => `  [${weight}, ${JSON.stringify(runs.join('\n'))}],`);
  return [
    '// Written by `npm run words:tone`.',
    '/** Weights in hundredths, each with its runs of characters. */',
    'export const toneWeights: readonly (readonly [number, string])[] = [',
    ...rows,
    '];',
    '',
  ].join('\n');
}

main();
