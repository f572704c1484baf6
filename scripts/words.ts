/** `npm run words`: which sentences of the mini-program have no English yet. `--help` says how. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { words } from '../miniprogram/packages/english/words';
import { coverage, type Place } from './words/coverage';

const root = join(__dirname, '..');

const help = `npm run words [-- --skeleton]

Lists every sentence for users that miniprogram/packages/english/ does not translate, with its place, and Chinese that
cannot be translated because no \`say\` says it. Ends with the number of translated sentences.

  --skeleton   prints the missing sentences as entries to fill in
`;

function main(): void {
  const { values } = parseArgs({
    options: { skeleton: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) return void process.stdout.write(help);
  const { all, missing, unsaid } = coverage(root, words);
  if (values.skeleton) return printSkeleton(missing);
  for (const { file, line, text } of missing) console.log(`${file}:${line} ${text}`);
  for (const { file, line, text } of unsaid) console.log(`${file}:${line} not said: ${text}`);
  console.log(`${all - missing.length} of ${all} sentences are translated; ${unsaid.length} cannot be`);
}

function printSkeleton(missing: readonly Place[]): void {
  for (const file of new Set(missing.map((place) => place.file))) {
    console.log(`// ${file}`);
    for (const place of missing)
      if (place.file === file) console.log(`${JSON.stringify(place.text).replace(/^"|"$/g, "'")}: '',`);
  }
}

main();
