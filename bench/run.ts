/** `npm run bench:NAME`: runs `bench/NAME.ts` as one bundled program, as `npm start` runs the product. */
import { join } from 'node:path';
import { loadBundled } from '../local/start/bundled-program';

const [name = ''] = process.argv.splice(2, 1);

loadBundled(join(__dirname, `${name}.ts`)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
