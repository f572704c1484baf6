import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const OUT_DIR = join(__dirname, '../../../../dist/crash');

/**
 * Bundles a process of this folder once, so that each of hundreds of them starts in a tenth of a second.
 * @param name of its file, without the ending
 * @returns the file to run with node
 */
export async function bundleProcess(name: 'load' | 'full-disk-load'): Promise<string> {
  mkdirSync(OUT_DIR, { recursive: true });
  const outfile = join(OUT_DIR, `${name}-${process.pid}.js`);
  await build({
    entryPoints: [join(__dirname, `${name}.ts`)],
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
