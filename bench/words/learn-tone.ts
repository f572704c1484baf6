/**
 * `npm run words:tone`: learns how dealers sound from every labelled note and every rule's examples, and writes
 * tone-weights.ts. `-- --without HALF` leaves a half out: counted on that half, the rules show what the next may show.
 * `-- --thresholds` also hears each set by weights learnt without it, and prints how many notes sound like a dealer.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { medicineExamples } from '../../miniprogram/facts/notes/medicine-examples';
import { ruleExamples } from '../../miniprogram/facts/notes/rule-examples';
import { readLabelledNotes, type LabelledNote } from './labelled-note';
import { learnTone, soundsOfNote, toneBy, type Tone } from './tone-learning';

const folder = __dirname;
const target = join(folder, '..', '..', 'miniprogram', 'facts', 'notes', 'tone-weights.ts');
/** Halves that are counted must not be learnt from. */
const counted: readonly string[] = ['seventh-half'];

type Sets = ReadonlyMap<string, readonly LabelledNote[]>;

function main(): void {
  const { values } = parseArgs({
    options: { without: { type: 'string' }, thresholds: { type: 'boolean', default: false } },
  });
  const sets = labelled(values.without);
  if (values.thresholds) printThresholds(sets);
  writeFileSync(target, tableOf(learnTone([...[...sets.values()].flat(), ...examples()])));
}

function printThresholds(sets: Sets): void {
  console.log(
    'set           threshold  honest above     dealers above    (heard by weights learnt without it)',
  );
  for (const [name, notes] of sets) {
    const others = [...sets].flatMap(([other, theirs]) => (other === name ? [] : theirs));
    const tone = learnTone([...others, ...examples()]);
    const heard = notes.map((note) => ({ note, tone: toneBy(tone, soundsOfNote(note)) }));
    for (const threshold of [-50, -25, 0, 25, 50, 75, 100]) {
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

function tableOf(tone: Tone): string {
  const byWeight = new Map<number, string[]>();
  for (const [sound, weight] of tone) byWeight.set(weight, [...(byWeight.get(weight) ?? []), sound]);
  const rows = [...byWeight]
    .sort(([one], [other]) => other - one)
    .map(([weight, sounds]) => `  [${weight}, ${JSON.stringify(sounds.join('\n'))}],`);
  return [
    '// Written by `npm run words:tone`.',
    '/** Weights in hundredths, each with its sounds. */',
    'export const toneWeights: readonly (readonly [number, string])[] = [',
    ...rows,
    '];',
    '',
  ].join('\n');
}

main();
