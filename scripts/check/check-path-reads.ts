/** `npm run check:paths`: no room reads another room's files by path. Prints each place and ends with 1 if there is one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOfRepository } from './files-of-repository';
import { pathReads } from './path-reads';
import { explain } from '../explain';

explain(`npm run check:paths

Checks that no room reads the files of another by path. Prints each place where that is not so, and ends with 1 then.
`);

const root = join(__dirname, '../..');

function main(): number {
  const found = filesOfRepository(root, '*.ts').flatMap((file) =>
    pathReads(file, readFileSync(join(root, file), 'utf8')).map(
      ({ line, target }) => `${file}:${line} reads ${target}`,
    ),
  );
  for (const line of found) console.error(line);
  if (found.length > 0)
    console.error('A room reads the files of another only through an option that its caller fills in.');
  return found.length > 0 ? 1 : 0;
}

process.exit(main());
