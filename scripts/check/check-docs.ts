/** `npm run check:docs`: every page of the docs can be read and its links lead somewhere. Ends with 1 if not. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { docFaults } from './doc-faults';
import { filesOfRepository } from './files-of-repository';
import { explain } from '../explain';

explain(`npm run check:docs

Checks that every page of the docs can be read and its links lead somewhere. Prints each place where that is not so, and ends with 1 then.
`);

const root = join(__dirname, '../..');
/** Pages that a command writes, with one row for each name. */
const generated = /(^|\/)(SUPPORT|conformance-runs|LICENSES)\.md$/;

const faults = filesOfRepository(root, '*.md')
  .filter((file) => !generated.test(file) && !file.includes('/fixtures/'))
  .flatMap((file) => docFaults(file, readFileSync(join(root, file), 'utf8'), root));
for (const fault of faults) console.error(fault);
process.exit(faults.length > 0 ? 1 : 0);
