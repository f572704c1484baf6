import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import esbuild, { type BuildContext, type Message, type Plugin } from 'esbuild';
import { CompileError, type Diagnostic } from './diagnostics';
import { applyAlias, type Project } from './project';
import { firstFile, isFile, joinVirtual, packageNameOf, type SourceTree } from './source-tree';

export interface ScriptBundle {
  code: string;
  map: string;
}

/** Bundles the program's scripts; kept between builds so that only changed files are parsed again. */
export interface ScriptBundler {
  bundle(project: Project, report: (diagnostic: Diagnostic) => void): Promise<ScriptBundle>;
  close(): Promise<void>;
}

const outputName = 'preview-program.js';

/** The global variable through which the bundle reaches the runtime (`runtime/main.ts`). */
const runtime = 'globalThis.__preview';

export function createScriptBundler(tree: SourceTree, npmDirs: string[]): ScriptBundler {
  let project: Project | undefined;
  let context: Promise<BuildContext> | undefined;

  const start = (): Promise<BuildContext> =>
    esbuild.context({
      entryPoints: ['preview:entry'],
      bundle: true,
      write: false,
      outfile: join(tree.root, outputName),
      absWorkingDir: tree.root,
      format: 'iife',
      target: 'es2020',
      charset: 'utf8',
      sourcemap: 'external',
      sourcesContent: true,
      logLevel: 'silent',
      // WeChat only strips types, so the author's tsconfig must not change what runs.
      tsconfigRaw: { compilerOptions: { experimentalDecorators: true } },
      define: { global: 'globalThis', 'process.env.NODE_ENV': '"development"' },
      nodePaths: npmDirs,
      mainFields: ['browser', 'module', 'main'],
      plugins: [programPlugin(tree, () => project)],
    });

  return {
    async bundle(current, report) {
      project = current;
      context ??= start();
      try {
        const result = await (await context).rebuild();
        for (const warning of result.warnings) {
          if (isOwnFile(warning)) report(toDiagnostic(tree, warning, 'warning'));
        }
        const text = (suffix: string) => result.outputFiles?.find((f) => f.path.endsWith(suffix))?.text ?? '';
        return { code: text('.js'), map: text('.js.map') };
      } catch (error) {
        const first = (error as { errors?: Message[] }).errors?.[0];
        if (first === undefined) throw error;
        throw new CompileError(toDiagnostic(tree, first, 'fatal'));
      }
    },
    async close() {
      await (await context)?.dispose();
    },
  };
}

function programPlugin(tree: SourceTree, project: () => Project | undefined): Plugin {
  return {
    name: 'mini-program',
    setup(build) {
      build.onResolve({ filter: /^preview:entry$/ }, () => ({ path: 'entry', namespace: 'preview' }));
      build.onLoad({ filter: /.*/, namespace: 'preview' }, () => ({
        contents: entryOf(tree, project()),
        resolveDir: tree.root,
        loader: 'js',
      }));
      build.onResolve({ filter: /^/ }, (args) => {
        if (args.namespace === 'preview') return { path: args.path };
        const file = resolveScript(tree, project(), args.path, args.importer);
        return file === undefined ? undefined : { path: file };
      });
      build.onLoad({ filter: /\.(js|ts)$/ }, (args) => {
        const owner = ownerOf(project(), args.path);
        const source = readFileSync(args.path, 'utf8');
        const lazy = withLazyRequires(source);
        const loader = args.path.endsWith('.ts') ? 'ts' : 'js';
        if (owner === undefined) return { contents: lazy, loader };
        const name = JSON.stringify(owner);
        return { contents: `${runtime}.enter(${name});${lazy}\n;${runtime}.leave(${name});`, loader };
      });
    },
  };
}

/**
 * Handles `require.async(path)` and `require(path, callback, onError)`, with which subpackages load each other's files.
 */
function withLazyRequires(source: string): string {
  return source
    .replace(/\brequire\.async\(\s*(['"][^'"\n]+['"])\s*\)/g, 'Promise.resolve().then(()=>require($1))')
    .replace(/\brequire\(\s*(['"][^'"\n]+['"])\s*,/g, `${runtime}.requireLater(()=>require($1),`);
}

/** Requires app.ts, then every component, each announced by its path. */
function entryOf(tree: SourceTree, project: Project | undefined): string {
  if (project === undefined) return '';
  const app = firstFile(tree.fileOf('app'), ['.ts', '.js']);
  const lines = [`const preview = ${runtime};`];
  if (app !== undefined) lines.push(`preview.runApp(() => require(${JSON.stringify(app)}));`);
  for (const { path: name, script } of project.components.values()) {
    const body = script === undefined ? 'Component({})' : `require(${JSON.stringify(script)})`;
    lines.push(`preview.run(${JSON.stringify(name)}, () => { ${body} });`);
  }
  lines.push('preview.start();');
  return lines.join('\n');
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
  const aliased = applyAlias(project?.app ?? {}, specifier);
  if (aliased.startsWith('/') && !isFile(aliased)) return scriptAt(join(tree.root, aliased));
  if (/^[./]/.test(aliased)) return undefined;
  for (let dir = dirname(importer); dir.length > 1; dir = dirname(dir)) {
    const nested = scriptAt(join(dir, 'miniprogram_npm', specifier));
    if (nested !== undefined) return nested;
  }
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

function toDiagnostic(tree: SourceTree, message: Message, severity: Diagnostic['severity']): Diagnostic {
  const { location, text } = message;
  const file = location ? tree.shown(resolve(tree.root, location.file)) : '';
  return { severity, file, line: location?.line ?? 0, column: (location?.column ?? -1) + 1, message: text };
}

function isOwnFile(message: Message): boolean {
  return !(message.location?.file.includes('node_modules') ?? true);
}
