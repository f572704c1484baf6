/** `npm run words:tone`: learns how dealers sound from the labelled notes that were seen and every rule's examples, and writes tone-weights.ts. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ruleExamples } from '../../miniprogram/facts/notes/rule-examples';
import { readLabelledNotes, type LabelledNote } from './labelled-note';
import { learnTone, runsOfNote, toneBy, type Tone } from './tone-learning';

const folder = __dirname;
const target = join(folder, '..', '..', 'miniprogram', 'facts', 'notes', 'tone-weights.ts');
const folds = 8;
/** The set that the count is taken on teaches nothing. */
const counted = ['third-half.jsonl'];

function main(): void {
  const notes = [...labelled(), ...examples()];
  const heard = Array.from({ length: folds }, (_, fold) => {
    const tone = learnTone(notes.filter((_note, index) => index % folds !== fold));
    return notes
      .filter((_note, index) => index % folds === fold)
      .map((note) => ({ note, tone: toneBy(tone, runsOfNote(note)) }));
  }).flat();
  console.log('threshold  honest above  dealers above  (each note heard by weights learnt without it)');
  for (const threshold of [100, 150, 200, 250, 300]) {
    const above = heard.filter(({ tone }) => tone >= threshold);
    const honest = above.filter(({ note }) => note.verdict === 'honest');
    console.log(`${threshold}  ${honest.length}  ${above.length - honest.length}  of ${notes.length}`);
  }
  writeFileSync(target, tableOf(learnTone(notes)));
}

const labelled = (): LabelledNote[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl') && !counted.includes(file))
    .sort()
    .flatMap((file) => readLabelledNotes(join(folder, file)))
    .filter(({ verdict }) => verdict !== 'own-number');

/** What a rule must let pass is honest on both boards. */
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
