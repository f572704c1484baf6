/**
 * `npm pack` of a package runs this in the package's folder. `--help` says how.
 *
 * One file an entry, the package's own sources bundled: loaded file by file, each use of an import is a call of a getter
 * (decision 008). Other packages, siblings too, stay imports, because npm installs them next to it.
 */
import { rmSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build } from 'esbuild';
import ts from 'typescript';

const help = `tsx ../../scripts/build-package.ts NAME=SOURCE ...

Builds the package in the working folder: each SOURCE becomes dist/NAME.js, and its types dist/types/SOURCE with .d.ts.

  tsx ../../scripts/build-package.ts index=src/index.ts cli=src/cli/main.ts
`;

const root = join(__dirname, '..');
const folder = process.cwd();
const dist = join(folder, 'dist');

async function main(args: string[]): Promise<void> {
  if (args.length === 0 || args.includes('--help')) return void process.stdout.write(help);
  const entries = args.map((arg) => {
    const [name = '', source] = arg.split('=');
    if (source === undefined) throw new Error(`${arg} is not NAME=SOURCE`);
    return { in: join(folder, source), out: name };
  });
  rmSync(dist, { recursive: true, force: true });
  await build({
    entryPoints: entries,
    outdir: dist,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    charset: 'utf8',
    // The repository's path aliases would pull the siblings' sources into the bundle.
    tsconfigRaw: {},
    logLevel: 'warning',
  });
  writeTypes(entries.map((entry) => entry.in));
}

/** Declarations of the entries' exports, without those of other packages. */
function writeTypes(sources: string[]): void {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile) as { config: object };
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [], include: [] }, ts.sys, root);
  const program = ts.createProgram(sources, {
    ...options,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
  });
  const { diagnostics } = program.emit(undefined, (file, text) => {
    const path = relative(folder, file);
    if (path.startsWith('..')) return;
    const target = join(dist, 'types', path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  });
  const [first] = diagnostics;
  if (first) throw new Error(ts.flattenDiagnosticMessageText(first.messageText, '\n'));
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
