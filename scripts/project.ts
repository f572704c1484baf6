/** `npm run project -- --root DIR`: the command of the package cloudbase-local, bundled from its sources as `npm start` is. */
import { join } from 'node:path';
import { loadBundled } from '../local/start/bundled-program';

loadBundled(join(__dirname, '../packages/cloudbase-local/src/cli/main.ts')).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
