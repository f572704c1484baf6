import type { BuildReport, Compiler } from '../compiler/build';
import { packageFile } from '../package-files';
import type { PreviewRegion } from '../places/region-data';
import { answerEvents, type EventStream } from './event-stream';
import type { ExtensionBundle } from './extension-bundles';
import { openLink } from './link-page';
import { placeRoutes } from './place-routes';
import { send, sendFile, sendJson } from './responses';
import type { RoutedRequest, Routes } from './routes';
import { buildDatabaseClient, type BrowserBundle } from './runtime-bundle';
import { phonePage, shellFile } from './shell-pages';

/** The parts from which the preview answers its addresses. */
export interface PreviewParts {
  people: readonly { openid: string; name: string; note: string }[];
  functionsUrl: string;
  wechatUrl: string;
  lenient: boolean;
  regions: readonly PreviewRegion[] | undefined;
  /** The folders that files of the program and of its packages may come from. */
  fileFolders: string[];
  runtime: { phone: BrowserBundle; shell: BrowserBundle };
  extensions: { phone: ExtensionBundle; shell: ExtensionBundle };
  compiler: Compiler;
  streams: Set<EventStream>;
  latestBuild(): BuildReport;
}

/** Every address of the preview: `/` shows two phones, `/phone` one, `/link/` opens a link on one; all others are below `/preview/`. */
export function previewRoutes(parts: PreviewParts): Routes {
  const { runtime, extensions, compiler, streams } = parts;
  const assets = packageFile('assets');
  return {
    '/': ({ response }) => send(response, 200, 'text/html', shellFile('shell.html')),
    '/phone': ({ response }) => send(response, 200, 'text/html', phonePage(parts)),
    '/link/': ({ response, url }) => openLink(response, url, Date.now()),
    '/preview/shell.css': style(() => shellFile('shell.css')),
    '/preview/phone.css': style(() => shellFile('phone.css')),
    '/preview/runtime.js': script(() => runtime.phone.code),
    '/preview/runtime.js.map': sourceMap(() => runtime.phone.map),
    '/preview/shell.js': script(() => runtime.shell.code),
    '/preview/shell.js.map': sourceMap(() => runtime.shell.map),
    '/preview/database.js': script(databaseClient(compiler)),
    '/preview/extensions/phone.js': script(() => extensions.phone.code),
    '/preview/extensions/phone.css': style(() => extensions.phone.style),
    '/preview/extensions/shell.js': script(() => extensions.shell.code),
    '/preview/extensions/shell.css': style(() => extensions.shell.style),
    '/preview/program/app.js': script(() => withMap(compiler.current()?.code)),
    '/preview/program/app.js.map': sourceMap(() => compiler.current()?.map ?? '{}'),
    '/preview/program/templates.js': script(() => compiler.current()?.templates ?? ''),
    '/preview/program/program.js': script(() => compiler.current()?.program ?? ''),
    '/preview/people': ({ response }) => sendJson(response, 200, parts.people),
    '/preview/build': ({ response }) => sendJson(response, 200, parts.latestBuild()),
    '/preview/events': ({ request, response }) => answerEvents(request, response, streams),
    '/preview/assets/': ({ response, rest }) => sendFile(response, [assets], packageFile('assets', rest)),
    '/preview/files/': ({ response, rest }) =>
      sendFile(response, parts.fileFolders, compiler.tree.fileOf(rest)),
    ...placeRoutes(parts.regions),
    '/preview/': ({ response, url }) => send(response, 404, 'text/plain', `nothing at ${url.pathname}`),
  };
}

type Answer = (routed: RoutedRequest) => void | Promise<void>;
type Text = () => string | Promise<string>;

const answerWith =
  (type: string) =>
  (text: Text): Answer =>
  async ({ response }) =>
    send(response, 200, type, await text());
const script = answerWith('text/javascript');
const style = answerWith('text/css');
const sourceMap = answerWith('application/json');

function withMap(code: string | undefined): string {
  return code === undefined ? '' : `${code}\n//# sourceMappingURL=app.js.map`;
}

/** The code behind `wx.cloud.database` is large, so it is built only for programs that use it. */
function databaseClient(compiler: Compiler): Text {
  let built: Promise<BrowserBundle> | undefined;
  return async () => {
    if (/\.database\b/.test(compiler.current()?.code ?? '')) built ??= buildDatabaseClient();
    return (await built)?.code ?? '';
  };
}
