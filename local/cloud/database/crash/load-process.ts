import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const OUT_DIR = join(__dirname, '../../../../dist/crash');

/** Bundles the load once, so that each of hundreds of processes starts in a tenth of a second. @returns the file to run with node */
export async function bundleLoad(): Promise<string> {
  mkdirSync(OUT_DIR, { recursive: true });
  const outfile = join(OUT_DIR, `load-${process.pid}.js`);
  await build({
    entryPoints: [join(__dirname, 'load.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // It holds native code, found from dist/ as from anywhere in the repository.
    external: ['@photostructure/sqlite'],
    logLevel: 'error',
  });
  return outfile;
}
