import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname, join, resolve } from 'node:path';
import { carriedFont } from './compiler/carried-fonts';
import { createCompiler, type BuildReport } from './compiler/build';
import { formatDiagnostic } from './compiler/diagnostics';
import { packageFile } from './package-files';
import type { PreviewRegion } from './places/region-data';
import type { EventStream } from './server/event-stream';
import { bundleExtensions, type PreviewExtension } from './server/extension-bundles';
import { previewRoutes } from './server/preview-routes';
import { answerRoute } from './server/routes';
import { buildRuntime } from './server/runtime-bundle';
import { watchProgram } from './server/watch';

export type { BuildReport } from './compiler/build';

/** A person who can hold a phone. */
export interface PreviewPerson {
  openid: string;
  name: string;
  note: string;
}

export interface PreviewOptions {
  /** The folder with app.json. */
  root: string;
  /** `node_modules` folders that hold component packages. Default: those at and above `root`. */
  npmDirs?: string[];
  /** Builds again and reloads the phones when a file changes. */
  watch?: boolean;
  /** The people to choose from. The preview always adds one without an account. */
  people: PreviewPerson[];
  /** The address that `wx.cloud.callFunction` posts to. Default: `/functions` of the same server. */
  functionsUrl?: string;
  /**
   * The address of a local WeChat: phone codes, accepted messages, service messages. Without it the phones have none of
   * these.
   */
  wechatUrl?: string;
  /** Warns of what a phone refuses, with the phone's answer, and lets it pass. Default: refuses it in the same words. */
  lenient?: boolean;
  /** The regions of the region picker and of addresses. Default: China's, of 2023. */
  regions?: readonly PreviewRegion[];
  /** What the phones have beyond WeChat, such as a telephone network. */
  extensions?: readonly PreviewExtension[];
  log?(line: string): void;
}

export interface Preview {
  /** Answers the preview's own addresses; false for any other. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  rebuild(): Promise<BuildReport>;
  close(): Promise<void>;
}

/** Builds a mini-program and serves what browsers need to run it. Resolves after the first build, even a failed one. */
export async function createPreview(options: PreviewOptions): Promise<Preview> {
  const root = resolve(options.root);
  // A program without its own node_modules may find its packages next to the preview.
  const npmDirs = options.npmDirs ?? [...nodeModulesAbove(root), ...nodeModulesAbove(packageFile())];
  const log = options.log ?? (() => undefined);
  const lenient = options.lenient ?? false;
  const extensions = await bundleExtensions(options.extensions ?? []);
  const streams = new Set<EventStream>();
  const compiler = createCompiler({
    root,
    npmDirs,
    assetUrl: (virtualPath) => `/preview/files/${virtualPath}`,
    carriedFont,
    lenient,
  });
  let latest: BuildReport = { ok: false, milliseconds: 0, components: 0, diagnostics: [] };

  const rebuild = async (): Promise<BuildReport> => {
    latest = await compiler.build();
    const { ok, milliseconds, components, diagnostics } = latest;
    for (const diagnostic of diagnostics) log(`${diagnostic.severity}: ${formatDiagnostic(diagnostic)}`);
    log(`preview ${ok ? 'built' : 'NOT built'}: ${components} components in ${milliseconds} ms`);
    for (const stream of streams) stream.send(ok ? 'built' : 'failed', latest);
    return latest;
  };

  const [runtime] = await Promise.all([buildRuntime(), rebuild()]);
  const stopWatching = options.watch ? watchProgram(root, rebuild, log) : () => Promise.resolve();
  const routes = previewRoutes({
    people: options.people,
    functionsUrl: options.functionsUrl ?? '/functions',
    wechatUrl: options.wechatUrl ?? '',
    lenient,
    regions: options.regions,
    fileFolders: [root, ...npmDirs],
    runtime,
    extensions,
    compiler,
    streams,
    latestBuild: () => latest,
  });

  return {
    handle: (request, response) => answerRoute(routes, request, response),
    rebuild,
    async close() {
      await stopWatching();
      for (const stream of streams) stream.end();
      await compiler.close();
    },
  };
}

function nodeModulesAbove(folder: string): string[] {
  const parent = dirname(folder);
  const own = join(folder, 'node_modules');
  return parent === folder ? [own] : [own, ...nodeModulesAbove(parent)];
}
