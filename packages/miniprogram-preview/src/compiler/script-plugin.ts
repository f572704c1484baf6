import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import esbuild, { type Message, type OnLoadResult, type Plugin } from 'esbuild';
import { inExtendedLibrary } from './extended-library';
import { deferFailures, type LaterFailures } from './later-failures';
import { applyAlias, type Project } from './project';
import { programEntry } from './program-entry';
import { isFile, joinVirtual, packageNameOf, type SourceTree } from './source-tree';

const missing = 'preview-missing';
const leftToBundler = 'left to the bundler';

/**
 * Teaches the bundler WeChat's modules: where they are found, that a missing one fails only where it is required, and
 * that a file may be both an ES module and CommonJS. `later` is what fails in a file only where it runs.
 */
export function programPlugin(
  tree: SourceTree,
  project: () => Project | undefined,
  later: ReadonlyMap<string, LaterFailures>,
): Plugin {
  return {
    name: 'mini-program',
    setup(build) {
      build.onResolve({ filter: /^preview:entry$/ }, () => ({ path: 'entry', namespace: 'preview' }));
      build.onLoad({ filter: /.*/, namespace: 'preview' }, () => ({
        contents: programEntry(tree, project()),
        resolveDir: tree.root,
        loader: 'js',
      }));
      build.onResolve({ filter: /^/ }, async (args) => {
        if (args.namespace === 'preview') return { path: args.path };
        if (args.pluginData === leftToBundler) return undefined;
        const file = resolveScript(tree, project(), args.path, args.importer);
        if (file !== undefined) return { path: file };
        const { importer, resolveDir, kind } = args;
        const found = await build.resolve(args.path, {
          importer,
          resolveDir,
          kind,
          pluginData: leftToBundler,
        });
        if (found.errors.length === 0) return found;
        const name = joinVirtual(tree.virtualOf(importer), args.path);
        const text = `module '${/\.\w+$/.test(name) ? name : `${name}.js`}' is not defined, require args is '${args.path}'`;
        return { path: text, namespace: missing, warnings: [{ text }] };
      });
      build.onLoad({ filter: /^/, namespace: missing }, ({ path }) => ({
        contents: `throw new Error(${JSON.stringify(path)});`,
      }));
      build.onLoad({ filter: /\.(js|ts)$/ }, ({ path }) => load(path, project(), later.get(path)));
    },
  };
}

interface Source {
  contents?: string;
  loader?: 'js' | 'ts';
  errors?: Message[];
}

/** A file's source; that of a page or component announces whose file runs. */
async function load(
  path: string,
  project: Project | undefined,
  later: LaterFailures | undefined,
): Promise<OnLoadResult> {
  const owner = JSON.stringify(ownerOf(project, path));
  const source = withLazyRequires(readFileSync(path, 'utf8'));
  const contents =
    owner === undefined ? source : `__preview.enter(${owner});${source}\n;__preview.leave(${owner});`;
  const loader = path.endsWith('.ts') ? 'ts' : 'js';
  const isCommonJs = later?.isLoose === true || isMixed(source);
  const read: Source = isCommonJs ? await asCommonJs(contents, path, loader) : { contents, loader };
  return later && read.contents !== undefined
    ? { ...read, contents: deferFailures(read.contents, later) }
    : read;
}

/** Whether a file is an ES module and assigns to `module.exports` as well. */
function isMixed(source: string): boolean {
  return (
    /^\s*(import\b\s*[\w{*"']|export\b)/m.test(source) && /\b(module\.exports|exports\.\w+)\b/.test(source)
  );
}

/** WeChat's compiler makes every ES module CommonJS. */
async function asCommonJs(contents: string, path: string, loader: 'js' | 'ts'): Promise<Source> {
  try {
    const { code } = await esbuild.transform(contents, {
      loader,
      format: 'cjs',
      target: 'es2020',
      charset: 'utf8',
      sourcefile: path,
      sourcemap: 'inline',
      tsconfigRaw: { compilerOptions: { experimentalDecorators: true } },
    });
    return { contents: code, loader: 'js' };
  } catch (error) {
    const { errors } = error as { errors?: Message[] };
    if (errors === undefined) throw error;
    return { errors };
  }
}

/**
 * Handles `require.async(path)` and `require(path, callback, onError)`, with which subpackages load each other's files.
 */
function withLazyRequires(source: string): string {
  return source
    .replace(/\brequire\.async\(\s*(['"][^'"\n]+['"])\s*\)/g, 'Promise.resolve().then(()=>require($1))')
    .replace(/\brequire\(\s*(['"][^'"\n]+['"])\s*,/g, '__preview.requireLater(()=>require($1),');
}

function ownerOf(project: Project | undefined, file: string): string | undefined {
  for (const component of project?.components.values() ?? [])
    if (component.script === file) return component.path;
  return undefined;
}

/** Resolves imports where WeChat and a bundler differ; undefined leaves the import to esbuild. */
function resolveScript(
  tree: SourceTree,
  project: Project | undefined,
  specifier: string,
  importer: string,
): string | undefined {
  const app = project?.app ?? {};
  const aliased = applyAlias(app, specifier);
  if (aliased.startsWith('/') && !isFile(aliased)) return scriptAt(join(tree.root, aliased));
  if (/^[./]/.test(aliased)) return scriptAt(join(dirname(importer), aliased));
  for (let dir = dirname(importer); dir.length > 1; dir = dirname(dir)) {
    const nested = scriptAt(join(dir, 'miniprogram_npm', specifier));
    if (nested !== undefined) return nested;
  }
  const inLibrary = inExtendedLibrary(tree, app, specifier);
  if (inLibrary !== undefined) return scriptAt(tree.fileOf(inLibrary));
  const name = packageNameOf(specifier);
  const packageFolder = tree.packageRoot(name);
  const inPackage = packageFolder && scriptAt(join(packageFolder, specifier.slice(name.length) || 'index'));
  if (inPackage) return inPackage;
  const plain = joinVirtual(tree.virtualOf(importer), specifier);
  return scriptAt(join(tree.root, plain));
}

function scriptAt(base: string): string | undefined {
  return ['', '.ts', '.js', '/index.ts', '/index.js'].map((suffix) => base + suffix).find(isFile);
}
