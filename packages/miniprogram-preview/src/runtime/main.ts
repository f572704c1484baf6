import { launchOptions, setLaunch } from './api/program-info';
import { setOnline } from './api/device';
import { createWx } from './api/wx';
import { showModal } from './chrome/modal';
import { scanPicture } from './chrome/scan-sheet';
import { builtInStyle } from './built-in-style';
import { currentApp, enter, installDefinitionGlobals, leave, runFile } from './definitions';
import { installErrorHooks, reportError } from './errors';
import { installExtensions } from './extensions';
import { setFontScale } from './font-scale';
import { declareInfos } from './declared-infos';
import { createFramework } from './framework';
import { followBuilds } from './build-watch';
import { installListenerAnswers } from './listener-answers';
import { stack } from './page-view';
import { firstPage, reLaunch, setAppShown, startPages, updatePageHeight } from './pages';
import type { ProgramTable, Templates } from './program';
import { requirePrivacy } from './privacy';
import { refusedObject } from './refused-object';
import { isSinglePage, openSession, session } from './session';
import { installServiceMessages } from './service-messages';
import { listen, signal } from './signals';
import { showSinglePageBar } from './single-page';
import { installStyles } from './stylesheets';
import { runInTurn, startSubpackages } from './subpackages';
import { installTouch } from './touch';
import { parseQuery, resolveUrl } from './urls';
import { installWxs } from './wxs';

/** The object through which the compiled program reaches the runtime. */
interface PreviewGlobal {
  program?: ProgramTable;
  templates?: Templates;
  enter(path: string): void;
  leave(path: string): void;
  /** What programs assign to in place of a constant: it throws, as the constant would. */
  constants: object;
  runApp(file: () => void): void;
  run(path: string, file: () => void, subpackage: string): void;
  requireLater(
    load: () => unknown,
    callback?: (exports: unknown) => void,
    fail?: (error: object) => void,
  ): void;
  start(): void;
}

let isPrepared = false;

openSession();

const preview: PreviewGlobal = {
  enter,
  leave,
  constants: new Proxy(
    {},
    {
      set(_constants, name) {
        throw new TypeError(`"${String(name)}" is read-only`);
      },
    },
  ),
  runApp(file) {
    prepare();
    runFile('app', file);
  },
  run(path, file, subpackage) {
    prepare();
    runInTurn(path, file, subpackage);
  },
  requireLater(load, callback, fail) {
    void Promise.resolve()
      .then(load)
      .then(callback, (error: Error) => fail?.({ mod: '', errMsg: error.message }));
  },
  start,
};

Object.assign(globalThis, {
  __preview: preview,
  global: globalThis,
  wx: createWx(),
  getCurrentPages: () => stack.map((page) => page.caller),
  requirePlugin: (name: string) => refusedObject(`requirePlugin("${name}")`),
});
installErrorHooks();
installWxs();
installListenerAnswers();
followBuilds();

/** Sets up the framework when the program's table and templates exist and before its first file runs. */
function prepare(): void {
  const { program, templates } = preview;
  if (isPrepared || !program || !templates) return;
  isPrepared = true;
  const framework = createFramework(program, templates);
  startSubpackages(framework, program.app.lazyCodeLoading);
  startPages(framework, program);
  declareInfos(program.app.requiredPrivateInfos);
  requirePrivacy(program.app.__usePrivacyCheck__ === true);
  installDefinitionGlobals(framework);
  globalThis.addEventListener('resize', () => {
    updatePageHeight();
    signal('windowResize', { size: { windowWidth: innerWidth, windowHeight: innerHeight } });
  });
}

function start(): void {
  const { program } = preview;
  if (!program) return;
  installStyles(program, builtInStyle);
  installTouch();
  // A single page knows no person, so nothing is sent to one.
  if (!isSinglePage()) {
    installExtensions();
    installServiceMessages(program.app.window?.navigationBarTitleText);
  }
  const first = `/${session.startPage || firstPage(program)}`;
  setLaunch(first);
  const app = currentApp();
  listen<string>('error', (message) => app.onError?.(message));
  try {
    app.onLaunch?.(launchOptions());
    app.onShow?.(launchOptions());
  } catch (error) {
    reportError(error, 'app');
  }
  open(first);
  if (isSinglePage()) showSinglePageBar();
  document.addEventListener('visibilitychange', () => setAppShown(!document.hidden));
  globalThis.addEventListener('message', onShellMessage);
  // When the browser loses its network, the phone loses its own.
  globalThis.addEventListener('offline', () => setOnline(false));
  globalThis.addEventListener('online', () => setOnline(true));
  document.documentElement.dataset.ready = '';
}

function open(url: string): void {
  try {
    reLaunch(url);
  } catch (error) {
    reportError(error);
    const { path, queryText } = resolveUrl(url);
    currentApp().onPageNotFound?.({ path, query: parseQuery(queryText), isEntryPage: true });
    // If the page no longer exists, e.g. after an edit, the phone must not stay blank.
    if (stack.length === 0 && session.startPage) reLaunch('/');
  }
}

/** The shell around a phone may change its settings. */
function onShellMessage(event: MessageEvent): void {
  if (event.origin !== location.origin) return;
  const message = event.data as { type?: string; scale?: number; online?: boolean; url?: string };
  if (message.type === 'shell:fontScale' && message.scale) setFontScale(message.scale);
  if (message.type === 'shell:network' && message.online !== undefined) setOnline(message.online);
  if (message.type === 'shell:open' && message.url) reLaunch(`/${message.url}`);
  if (message.type === 'shell:scan') void scanWithWechat();
}

/** WeChat's own scanner: a mini-program code opens its page; anything else is only shown. */
async function scanWithWechat(): Promise<void> {
  const code = await scanPicture();
  if (code?.scanType === 'WX_CODE') reLaunch(`/${code.path}`);
  else if (code) await showModal({ title: '扫描结果', content: code.result, showCancel: false });
}
