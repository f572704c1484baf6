import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { replaceFile } from './replace-file';

const root = join(__dirname, '../..');
const outDir = join(root, 'dist/programs');

/**
 * Bundles a file of the repository with everything it imports except packages. Loaded file by file, every use of an
 * import would call a getter, on which the database would spend a quarter of its time. `__dirname` stays each source's
 * own.
 * @param file absolute
 * @returns the file to run with node, or to load. Rejects with esbuild's errors.
 */
export async function bundleProgram(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [file],
    // The folder to which the map's paths are relative.
    outdir: outDir,
    bundle: true,
    write: false,
    packages: 'external',
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    charset: 'utf8',
    sourcemap: 'inline',
    sourcesContent: false,
    plugins: [ownFolders],
    logLevel: 'silent',
  });
  const outFile = join(outDir, relative(root, file).replaceAll(/[\\/]/g, '-').replace(/\.ts$/, '.js'));
  replaceFile(outFile, outputFiles[0]?.contents ?? new Uint8Array());
  return outFile;
}

/** Bundles a file of the repository and returns its exports. */
export async function loadBundled<Exports>(file: string): Promise<Exports> {
  const program = await bundleProgram(file);
  // Makes stack traces name the sources.
  process.setSourceMapsEnabled(true);
  return createRequire(program)(program) as Exports;
}

/** Keeps `__dirname` the folder of the source, so that sources find the files next to them wherever the bundle is written. */
const ownFolders: Plugin = {
  name: 'own-folders',
  setup(setup) {
    setup.onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      if (!text.includes('__dirname') || relative(root, path).startsWith('node_modules')) return undefined;
      // On the first line, so that all other lines keep their numbers.
      return { contents: `const __dirname = ${JSON.stringify(dirname(path))}; ${text}`, loader: 'ts' };
    });
  },
};
