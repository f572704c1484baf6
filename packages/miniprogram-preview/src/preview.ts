import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { createCompiler, type BuildReport } from './compiler/build';
import { formatDiagnostic } from './compiler/diagnostics';
import { answerEvents, type EventStream } from './server/event-stream';
import { answerPlaces } from './server/place-routes';
import { buildDatabaseClient, buildRuntime, type BrowserBundle } from './server/runtime-bundle';
import { send, sendFile, sendJson } from './server/responses';
import { createPages } from './server/shell-pages';
import { watchProgram } from './server/watch';

export type { BuildReport } from './compiler/build';

/** Somebody who can hold a phone. */
export interface PreviewPerson {
  openid: string;
  name: string;
  note: string;
}

export interface PreviewOptions {
  /** The folder with app.json. */
  root: string;
  /** Where built files may be kept; nothing else is written. */
  outDir: string;
  /** `node_modules` folders that hold component packages. Default: those at and above `root`. */
  npmDirs?: string[];
  /** Build again and reload the phones when a file changes. */
  watch?: boolean;
  people: PreviewPerson[];
  /** Where `wx.cloud.callFunction` posts to. Default: `/functions` of the same server. */
  functionsUrl?: string;
  /** Where WeChat's own services and the telephone exchange answer, `/exchange`. Default: there are none. */
  exchangeUrl?: string;
  log?: (line: string) => void;
}

export interface Preview {
  /** Answers the preview's own addresses; false for any other. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  rebuild(): Promise<BuildReport>;
  close(): Promise<void>;
}

/** Where a program's own folders lack a package, e.g. when it was never installed, ours may have it. */
const ownNodeModules = path.join(__dirname, '../../../node_modules');
const assetsDir = path.join(__dirname, 'assets');

/** Remote files the preview has a copy of. */
const carried = [
  { pattern: /tdesign\.gtimg\.com\/icon\/[^/]+\/fonts\/t\./, url: '/preview/assets/tdesign-icons.woff' },
];

/** Builds a mini-program and answers what browsers need to run it. Resolves after the first build, good or not. */
export async function createPreview(options: PreviewOptions): Promise<Preview> {
  const root = path.resolve(options.root);
  const npmDirs = options.npmDirs ?? [...nodeModulesAbove(root), ownNodeModules];
  const log = options.log ?? (() => undefined);
  const pages = createPages({
    people: options.people,
    functionsUrl: options.functionsUrl ?? '/functions',
    exchangeUrl: options.exchangeUrl ?? '',
  });
  const streams = new Set<EventStream>();
  const compiler = createCompiler({
    root,
    npmDirs,
    assetUrl: (virtualPath) => `/preview/files/${virtualPath}`,
    remoteUrl: (url) => carried.find(({ pattern }) => pattern.test(url))?.url,
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

  const answerProgram = (response: ServerResponse, name: string): void => {
    const program = compiler.current();
    if (!program) return send(response, 200, 'text/javascript', '');
    if (name === 'app.js')
      return send(response, 200, 'text/javascript', `${program.code}\n//# sourceMappingURL=app.js.map`);
    if (name === 'app.js.map') return send(response, 200, 'application/json', program.map);
    if (name === 'templates.js') return send(response, 200, 'text/javascript', program.templates);
    return send(response, 200, 'text/javascript', program.program);
  };

  let databaseClient: Promise<BrowserBundle> | undefined;
  const answerDatabaseClient = async (response: ServerResponse): Promise<void> => {
    const isAsked = /\.database\b/.test(compiler.current()?.code ?? '');
    if (isAsked) databaseClient ??= buildDatabaseClient();
    send(response, 200, 'text/javascript', (await databaseClient)?.code ?? '');
  };

  const answerPreview = async (
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
  ): Promise<boolean> => {
    const [area = '', ...rest] = url.pathname.slice('/preview/'.length).split('/').map(decodeURIComponent);
    const name = rest.join('/');
    if (area === 'runtime.js') send(response, 200, 'text/javascript', runtime.phone.code);
    else if (area === 'runtime.js.map') send(response, 200, 'application/json', runtime.phone.map);
    else if (area === 'shell.js') send(response, 200, 'text/javascript', runtime.shell.code);
    else if (area === 'shell.js.map') send(response, 200, 'application/json', runtime.shell.map);
    else if (area === 'database.js') await answerDatabaseClient(response);
    else if (area === 'program') answerProgram(response, name);
    else if (area === 'build') sendJson(response, 200, latest);
    else if (area === 'events') answerEvents(request, response, streams);
    else if (area === 'assets') await sendFile(response, assetsDir, path.join(assetsDir, name));
    else if (area === 'files') await sendFile(response, [root, ...npmDirs], compiler.tree.fileOf(name));
    else if (!pages.answer(response, url) && !(await answerPlaces(response, url)))
      send(response, 404, 'text/plain', `nothing at ${url.pathname}`);
    return true;
  };

  return {
    async handle(request, response) {
      const url = new URL(request.url ?? '/', 'http://preview');
      if (request.method !== 'GET' && request.method !== 'HEAD') return false;
      if (url.pathname.startsWith('/preview/')) return answerPreview(request, response, url);
      return pages.answer(response, url);
    },
    rebuild,
    async close() {
      await stopWatching();
      for (const stream of streams) stream.end();
      await compiler.close();
    },
  };
}

function nodeModulesAbove(folder: string): string[] {
  const parent = path.dirname(folder);
  const own = path.join(folder, 'node_modules');
  return parent === folder ? [own] : [own, ...nodeModulesAbove(parent)];
}
