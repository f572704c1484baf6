/** `npm run bench:…`: runs a benchmark, a path from the repository's root, as one bundled program, as `npm start` runs the product. */
import { resolve } from 'node:path';
import { loadBundled } from '../local/start/bundled-program';

const [file = ''] = process.argv.splice(2, 1);

loadBundled(resolve(file)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
