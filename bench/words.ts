/** `npm run bench:words`: how well notes are read, on labelled notes. `--help` explains the figures. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import campaign from '@campaign';
import { readLabelledNotes } from './words/labelled-note';
import { byFinding, byLabel, readLabelled, scoreOf, type ReadNote, type Score } from './words/score';

const help = `npm run bench:words -- [options]

Reads each labelled note as the function reads it before a post is public, and counts, for each set:
honest notes that wait (goal: at most 1 in 200) or are refused (goal: none), notes with their author's own number that
one tap makes publishable, dealers' notes published at once (goal: at most 1 in 20), precision and recall.

Eight halves, the probes and three teaching sets were seen while the rules were written, and the tone of dealers is
learnt from them (npm run words:tone). A ninth half, written independently, is the one that counts; its texts are
not shown, and a rule that is changed after a count needs a new half. To foresee the next count, learn without one set and
count on it: npm run words:tone -- --without teaching-a. The tone then has not heard that author; the rules have.

  --misread   lists the notes of the sets that were seen that were read wrongly
`;

const seen = [
  'first-half',
  'second-half',
  'third-half',
  'fourth-half',
  'fifth-half',
  'sixth-half',
  'seventh-half',
  'eighth-half',
  'teaching-a',
  'teaching-b',
  'teaching-c',
  'probes',
  'further-probes',
];
const sets = [...seen, 'ninth-half'];

function main(): void {
  const { values } = parseArgs({
    options: {
      misread: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return void process.stdout.write(help);
  for (const half of sets) {
    const file = join(__dirname, 'words', `${half}.jsonl`);
    if (!existsSync(file)) {
      console.log(`${half}: bench/words/${half}.jsonl is not there\n`);
      continue;
    }
    const read = readLabelled(readLabelledNotes(file), campaign.refusals);
    console.log(reportOf(half, read));
    if (values.misread && seen.includes(half)) console.log(misreadOf(read));
  }
}

function reportOf(half: string, read: readonly ReadNote[]): string {
  const score = scoreOf(read);
  return [
    `${half}: ${score.honest} honest notes, ${score.ownNumbers} with their author's number, ${score.dealers} of dealers`,
    ...summaryOf(score),
    '',
    'not honest, by kind          texts  stopped  recall',
    ...byLabel(read, false).map(({ kind, texts, stopped }) =>
      row(kind, texts, stopped, percent(stopped, texts)),
    ),
    '',
    'honest, by kind              texts  stopped',
    ...byLabel(read, true).map(({ kind, texts, stopped }) => row(kind, texts, stopped, '')),
    '',
    'found                     in others  honest  precision',
    ...byFinding(read).map(({ kind, inHonest, inOthers }) =>
      row(kind, inOthers, inHonest, percent(inOthers, inOthers + inHonest)),
    ),
    '',
  ].join('\n');
}

const summaryOf = (score: Score): string[] => [
  `honest notes that wait       ${score.honestWaiting} of ${score.honest}   ${verdict(score.honestWaiting * 200 <= score.honest)} at most 1 in 200`,
  `honest notes refused         ${score.honestRefused} of ${score.honest}   ${verdict(score.honestRefused === 0)} none`,
  `own numbers helped           ${score.ownNumbersHelped} of ${score.ownNumbers}`,
  `dealers' published at once   ${score.dealersPublished} of ${score.dealers}   ${verdict(score.dealersPublished * 20 <= score.dealers)} at most 1 in 20`,
  `precision ${percent(score.precision, 1)}, recall ${percent(score.recall, 1)}`,
];

const verdict = (kept: boolean): string => (kept ? 'within the goal:' : 'MISSES the goal:');
const percent = (part: number, whole: number): string =>
  `${((100 * part) / Math.max(whole, 1)).toFixed(1)} %`;
const row = (name: string, first: number, second: number, last: string): string =>
  `  ${name.padEnd(24)} ${String(first).padStart(6)}   ${String(second).padStart(6)}  ${last}`.trimEnd();

function misreadOf(read: readonly ReadNote[]): string {
  const wrong = read.filter(({ note, verdict: read, publishableAfterTap }) =>
    note.verdict === 'honest'
      ? read !== 'publish'
      : note.verdict === 'dealer'
        ? read === 'publish'
        : read !== 'remove-first' || !publishableAfterTap,
  );
  return [
    'read wrongly:',
    ...wrong.map(({ note, kinds }) => `  ${note.verdict} ${note.kind}: ${note.text}  ${kinds.join(' ')}`),
    '',
  ].join('\n');
}

main();
