import { brokenRules } from './app-rules';
import { CompileError, formatDiagnostic, type Diagnostic } from './diagnostics';
import { extendedLibraryStyle } from './extended-library';
import type { JsonObject } from './json-file';
import { readProject, type ComponentSource, type Project } from './project';
import { createScriptBundler } from './scripts';
import { createSourceTree, type SourceTree } from './source-tree';
import { createStyleCache } from './style-cache';
import type { StyleOptions } from './stylesheet';
import { inlineTabIcons } from './tab-icons';
import { compileTemplates } from './templates';

/** The compiled program as the browser loads it. */
export interface BuiltProgram {
  /** Sets `__preview.program`: configuration, component table and styles. */
  program: string;
  /** Sets `__preview.templates`. */
  templates: string;
  code: string;
  map: string;
}

export interface BuildReport {
  ok: boolean;
  milliseconds: number;
  components: number;
  diagnostics: Diagnostic[];
}

export interface Compiler {
  tree: SourceTree;
  /** Builds everything that changed. On a fatal problem the previous program stays. */
  build(): Promise<BuildReport>;
  current(): BuiltProgram | undefined;
  close(): Promise<void>;
}

export interface CompilerOptions {
  root: string;
  npmDirs: string[];
  assetUrl(virtualPath: string): string;
  carriedFont: StyleOptions['carriedFont'];
  /** Warns of what WeChat's tools do not compile, and compiles it. */
  lenient: boolean;
}

/** What `program.js` hands to the runtime; the runtime declares the same shape. */
interface ProgramTable {
  app: JsonObject;
  darkApp: JsonObject | undefined;
  pages: string[];
  appStyle: string;
  hostStyle: string;
  components: {
    path: string;
    json: JsonObject;
    darkJson: JsonObject | undefined;
    isPage: boolean;
    scope: string;
    style: string;
  }[];
}

export function createCompiler(options: CompilerOptions): Compiler {
  const tree = createSourceTree(options.root, options.npmDirs);
  const bundler = createScriptBundler(tree, options.npmDirs);
  const styles = createStyleCache();
  let built: BuiltProgram | undefined;

  const compile = async (report: (diagnostic: Diagnostic) => void): Promise<number> => {
    const project = readProject(tree, report);
    for (const broken of brokenRules(tree, project.app)) {
      if (!options.lenient) throw new CompileError({ severity: 'fatal', ...broken });
      report({ severity: 'warning', ...broken });
    }
    const bundling = bundler.bundle(project, report);
    // This promise is awaited below; a failure before that must not count as unhandled.
    bundling.catch(() => undefined);
    const templates = compileTemplates(tree, project, report);
    const table = programTable(project, styles, tree, options, report);
    const { code, map } = await bundling;
    built = {
      // A browser reads JSON faster than the same object as a script.
      program: `globalThis.__preview.program = JSON.parse(${JSON.stringify(JSON.stringify(table))});`,
      templates: `globalThis.__preview.templates = ${templates};`,
      code,
      map,
    };
    return project.components.size;
  };

  return {
    tree,
    async build() {
      const startedAt = performance.now();
      const diagnostics: Diagnostic[] = [];
      const report = (diagnostic: Diagnostic) => void diagnostics.push(diagnostic);
      let ok = true;
      let components = 0;
      try {
        components = await compile(report);
      } catch (error) {
        ok = false;
        diagnostics.unshift(asDiagnostic(error));
      }
      const milliseconds = Math.round(performance.now() - startedAt);
      return { ok, milliseconds, components, diagnostics: distinct(diagnostics) };
    },
    current: () => built,
    close: () => bundler.close(),
  };
}

function programTable(
  project: Project,
  styles: ReturnType<typeof createStyleCache>,
  tree: SourceTree,
  { assetUrl, carriedFont }: CompilerOptions,
  report: (diagnostic: Diagnostic) => void,
): ProgramTable {
  const shared = { tree, report, carriedFont, assetUrl: (file: string) => assetUrl(tree.virtualOf(file)) };
  const ofApp = (file: string) => styles.compile(file, { ...shared, scope: '', hostPath: 'app' }).css;
  const library = extendedLibraryStyle(tree, project.app);
  const hosts: string[] = [];
  const components = [...project.components.values()].map((source, index) => {
    const scope = isUnscopedPage(source) ? '' : `c${index}`;
    const style = source.style && styles.compile(source.style, { ...shared, scope, hostPath: source.path });
    if (style) hosts.push(style.host);
    const usingComponents = { ...project.globalUsing, ...source.using };
    const json = { ...source.json, usingComponents };
    const { path, darkJson, isPage } = source;
    return { path, json, darkJson, isPage, scope, style: style ? style.css : '' };
  });
  return {
    app: inlineTabIcons(tree, project.app, report),
    darkApp: project.darkApp && inlineTabIcons(tree, project.darkApp, report),
    pages: project.pages,
    appStyle: [library, tree.fileOf('app.wxss')].map((file) => file && ofApp(file)).join('\n'),
    hostStyle: hosts.join('\n'),
    components,
  };
}

/** A page shares its styles with the program unless its configuration isolates it. */
function isUnscopedPage({ isPage, json }: ComponentSource): boolean {
  const isolation = json.styleIsolation;
  return isPage && isolation !== 'page-isolated' && isolation !== 'page-apply-shared';
}

function asDiagnostic(error: unknown): Diagnostic {
  if (error instanceof CompileError) return error.diagnostic;
  const message = error instanceof Error ? error.message : String(error);
  return { severity: 'fatal', file: '', line: 0, column: 0, message };
}

function distinct(diagnostics: Diagnostic[]): Diagnostic[] {
  return [...new Map(diagnostics.map((d) => [formatDiagnostic(d), d])).values()];
}
