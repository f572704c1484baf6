import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Bundles a program of this folder for a separate process.
 * @returns the file to run with node
 */
export async function bundleLoad(name: string): Promise<string> {
  // The bundle is inside the package, so that its dependencies are found.
  const outfile = join(__dirname, '../../dist/test', `${name}.js`);
  await build({
    entryPoints: [join(__dirname, `${name}.ts`)],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'silent',
  });
  return outfile;
}
