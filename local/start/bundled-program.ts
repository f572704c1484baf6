import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { replaceFile } from './replace-file';

const root = join(__dirname, '../..');
const outDir = join(root, 'dist/programs');

/**
 * Bundles a file of the repository with what it imports from it, packages left outside. Loaded file by file, every use
 * of an import is a call of a getter: the database spends a quarter of its time on them. `__dirname` stays each source's own.
 * @param file absolute
 * @returns the file to run with node, or to load. Rejects with esbuild's errors.
 */
export async function bundleProgram(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [file],
    // Where the map's paths begin.
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

/** What a file of the repository exports, bundled. */
export async function loadBundled<Exports>(file: string): Promise<Exports> {
  const program = await bundleProgram(file);
  // Stacks name the sources.
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
      // On the first line: lines keep their numbers.
      return { contents: `const __dirname = ${JSON.stringify(dirname(path))}; ${text}`, loader: 'ts' };
    });
  },
};
