/**
 * `npm run words:tone`: learns how dealers sound from every labelled note and every rule's examples, and writes
 * tone-weights.ts. `-- --without SET` leaves a set out: counted on that set, the rules show what the next may show.
 * `-- --thresholds` also hears each set by weights learnt without it, and prints how many notes sound like a dealer.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { medicineExamples } from '../../miniprogram/facts/notes/medicine-examples';
import { ruleExamples } from '../../miniprogram/facts/notes/rule-examples';
import { mostSteps, tableOf } from '../../miniprogram/facts/notes/tone-table';
import { readLabelledNotes, type LabelledNote } from './labelled-note';
import { learnTone, soundsOfNote, toneBy, type Tone } from './tone-learning';

const folder = __dirname;
const target = join(folder, '..', '..', 'miniprogram', 'facts', 'notes', 'tone-weights.ts');
/** Halves that are counted must not be learnt from. */
const counted: readonly string[] = ['ninth-half'];

type Sets = ReadonlyMap<string, readonly LabelledNote[]>;

function main(): void {
  const { values } = parseArgs({
    options: { without: { type: 'string' }, thresholds: { type: 'boolean', default: false } },
  });
  const sets = labelled(values.without);
  if (values.thresholds) printThresholds(sets);
  writeFileSync(target, sourceOf(learnTone([...[...sets.values()].flat(), ...examples()])));
}

function printThresholds(sets: Sets): void {
  console.log(
    'set           threshold  honest above     dealers above    (heard by weights learnt without it)',
  );
  for (const [name, notes] of sets) {
    const others = [...sets].flatMap(([other, theirs]) => (other === name ? [] : theirs));
    const tone = learnTone([...others, ...examples()]);
    const heard = notes.map((note) => ({ note, tone: toneBy(tone, soundsOfNote(note)) }));
    for (const threshold of [-30, -10, 0, 10, 20, 30, 50]) {
      const of = (label: LabelledNote['verdict']): string => {
        const all = heard.filter(({ note }) => note.verdict === label);
        return `${all.filter((note) => note.tone >= threshold).length} of ${all.length}`.padEnd(17);
      };
      console.log(`${name.padEnd(14)}${String(threshold).padEnd(11)}${of('honest')}${of('dealer')}`);
    }
  }
}

const labelled = (without?: string): Sets =>
  new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith('.jsonl'))
      .map((file) => file.replace(/\.jsonl$/, ''))
      .filter((name) => name !== without && !counted.includes(name))
      .sort()
      .map((name) => [
        name,
        readLabelledNotes(join(folder, `${name}.jsonl`)).filter(({ verdict }) => verdict !== 'own-number'),
      ]),
  );

/** Texts that a rule must find or let pass are learnt on the board of spares, those that name a medicine on theirs. */
function examples(): LabelledNote[] {
  const labelledAs =
    (verdict: 'honest' | 'dealer', board: LabelledNote['board'] = 'spare') =>
    (text: string): LabelledNote => ({ text, board, verdict, kind: 'example' });
  const ofRules = Object.values(ruleExamples).flatMap(({ refused, accepted }) => [
    ...accepted.map(labelledAs('honest')),
    ...refused.map(labelledAs('dealer')),
  ]);
  const ofMedicines = (['need', 'spare'] as const).flatMap((board) => {
    const { asked, offered, said } = medicineExamples[board];
    return [
      ...said.map(labelledAs('honest', board)),
      ...[...asked, ...offered].map(labelledAs('dealer', board)),
    ];
  });
  return [...ofRules, ...ofMedicines];
}

function sourceOf(tone: Tone): string {
  const sizes = [...tone.values()].map(Math.abs).sort((one, other) => one - other);
  const large = sizes[Math.floor(sizes.length * 0.999)] ?? 1;
  const step = Math.ceil(large / mostSteps);
  const table = tableOf([...tone].map(([sound, weight]) => [sound, Math.round(weight / step)] as const));
  const lines = table.match(/.{1,1600}/gs) ?? [];
  return [
    '// Written by `npm run words:tone`.',
    '/** One step of a weight, in hundredths. */',
    `export const toneStep = ${step};`,
    '/** The table that tone-table.ts reads. */',
    'export const toneWeights: string = [',
    ...lines.map((line) => `  ${JSON.stringify(line)},`),
    "].join('');",
    '',
  ].join('\n');
}

main();
