/**
 * `npm run check:english`: no comment, test name or page of the docs uses a word that strangers stumble over. Prints each
 * place and ends with 1 if there is one.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOfRepository } from './files-of-repository';
import { sourceTexts, type SourceText } from './source-texts';
import { unclearWords } from './unclear-words';
import { explain } from '../explain';

explain(`npm run check:english

Checks that no comment, test name or page of the docs uses a word that strangers stumble over. Prints each place where that is not so, and ends with 1 then.
`);

const root = join(__dirname, '../..');
/** The words themselves, and licences that other people wrote. */
const exempt = /(^|\/)(unclear-words(\.test)?\.ts|LICENSES\.md)$|\/fixtures\//;

/** The lines of a page outside code; a line that goes on with a sentence is marked as such. */
const linesOf = (page: string): SourceText[] =>
  page
    .replace(/^```[\s\S]*?^```/gm, (code) => code.replace(/[^\n]/g, ''))
    .split('\n')
    .map((text, index) => ({ line: index + 1, text: text.replace(/^\s*(?=[a-z])/, '… ') }));

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const texts = [
  ...filesOfRepository(root, '*.ts').map((file) => ({ file, texts: sourceTexts(read(file)) })),
  ...filesOfRepository(root, '*.md').map((file) => ({ file, texts: linesOf(read(file)) })),
];
const faults = texts
  .filter(({ file }) => !exempt.test(file))
  .flatMap(({ file, texts: read }) =>
    read.flatMap(({ line, text }) => unclearWords(text).map((words) => `${file}:${line}: ${words}`)),
  );
for (const fault of faults) console.error(fault);
process.exit(faults.length > 0 ? 1 : 0);
