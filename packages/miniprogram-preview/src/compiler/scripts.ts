import { join, resolve } from 'node:path';
import esbuild, { type BuildContext, type Message } from 'esbuild';
import { CompileError, type Diagnostic } from './diagnostics';
import { addLaterFailure, type LaterFailures } from './later-failures';
import type { Project } from './project';
import { programPlugin } from './script-plugin';
import type { SourceTree } from './source-tree';

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

export function createScriptBundler(tree: SourceTree, npmDirs: string[]): ScriptBundler {
  let project: Project | undefined;
  let context: Promise<BuildContext> | undefined;
  const later = new Map<string, LaterFailures>();
  let findings: Diagnostic[] = [];

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
      minify: true,
      sourcemap: 'external',
      sourcesContent: true,
      logLevel: 'silent',
      // WeChat only strips types, so the author's tsconfig must not change what runs.
      tsconfigRaw: { compilerOptions: { experimentalDecorators: true } },
      define: { 'process.env.NODE_ENV': '"development"' },
      nodePaths: npmDirs,
      mainFields: ['browser', 'module', 'main'],
      plugins: [programPlugin(tree, () => project, later)],
    });

  const build = async (): Promise<ScriptBundle & { warnings: Message[] }> => {
    context ??= start();
    try {
      const { warnings, outputFiles } = await (await context).rebuild();
      const text = (suffix: string) => outputFiles?.find((f) => f.path.endsWith(suffix))?.text ?? '';
      return { code: text('.js'), map: text('.js.map'), warnings };
    } catch (error) {
      const { errors = [] } = error as { errors?: Message[] };
      const mistake = errors.find((message) => !leaveToRunTime(message));
      if (mistake !== undefined) throw new CompileError(toDiagnostic(tree, mistake, 'fatal'));
      if (errors.length === 0) throw error;
      return build();
    }
  };

  /** Leaves to run time what WeChat finds only there. False when a message is about something else. */
  const leaveToRunTime = (error: Message): boolean => {
    const isLater = addLaterFailure(later, error, (file) => resolve(tree.root, file));
    if (isLater) findings.push(toDiagnostic(tree, error, 'warning'));
    return isLater;
  };

  return {
    async bundle(current, report) {
      project = current;
      later.clear();
      findings = [];
      const { warnings, ...bundle } = await build();
      for (const warning of warnings) if (isOwnFile(warning)) report(toDiagnostic(tree, warning, 'warning'));
      for (const finding of findings) report(finding);
      return bundle;
    },
    async close() {
      await (await context)?.dispose();
    },
  };
}

function toDiagnostic(tree: SourceTree, message: Message, severity: Diagnostic['severity']): Diagnostic {
  const { location, text } = message;
  const file = location ? tree.shown(resolve(tree.root, location.file)) : '';
  return { severity, file, line: location?.line ?? 0, column: (location?.column ?? -1) + 1, message: text };
}

function isOwnFile(message: Message): boolean {
  return !(message.location?.file.includes('node_modules') ?? true);
}
