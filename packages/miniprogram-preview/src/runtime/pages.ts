import { refuse } from './api/refuse';
import { elementOf } from './backend';
import { showNavigationBar } from './chrome/navigation-bar';
import { isTab, showTabBar } from './chrome/tab-bar';
import { attachPageScroll } from './page-scroll';
import { currentApp } from './definitions';
import { EventChannel } from './event-channel';
import type { Framework } from './framework';
import { callPage, currentPage, stack, type PageCaller, type PageView } from './page-view';
import type { PageConfig, ProgramTable } from './program';
import { session } from './session';
import { signal } from './signals';
import { activatePageStyle } from './stylesheets';
import { loadFilesOf } from './subpackages';
import { appConfig, followTheme, pageConfig } from './theme';
import { parseQuery, resolveUrl } from './urls';

/** WeChat keeps at most ten pages open. */
const maximumPages = 10;

/** Tab pages live on when another tab is chosen. */
const tabPages = new Map<string, PageView>();

let framework: Framework;
let program: ProgramTable;

export function startPages(newFramework: Framework, newProgram: ProgramTable): void {
  framework = newFramework;
  program = newProgram;
  followTheme(program, () => {
    for (const page of new Set([...stack, ...tabPages.values()])) page.config = configOf(page.path);
    const shown = currentPage();
    if (shown) prepareChrome(shown);
  });
}

/** The page on which the program starts by default. */
export function firstPage({ app, pages }: ProgramTable): string {
  return app.entryPagePath || pages[0] || '';
}

export function isTabPage(path: string): boolean {
  return isTab(program.app, path);
}

export function navigateTo(
  url: string,
  events: Record<string, (...values: unknown[]) => void> = {},
): EventChannel {
  const { path } = resolveUrl(url, currentPage()?.path);
  if (isTabPage(path)) refuse('navigateTo', 'can not navigateTo a tabbar page');
  if (stack.length >= maximumPages) refuse('navigateTo', 'webview count limit exceed');
  const page = createPage(url);
  for (const [name, listener] of Object.entries(events)) page.channel.on(name, listener);
  const previous = currentPage();
  if (previous) hide(previous);
  open(page);
  return page.channel;
}

export function redirectTo(url: string): void {
  const { path } = resolveUrl(url, currentPage()?.path);
  if (isTabPage(path)) refuse('redirectTo', 'can not redirectTo a tabbar page');
  const page = createPage(url);
  const previous = stack.pop();
  if (previous) destroy(previous);
  open(page);
}

export function navigateBack(delta = 1): void {
  if (stack.length < 2) throw new Error('cannot navigate back at first page');
  for (let closed = 0; closed < delta && stack.length > 1; closed++) {
    const page = stack.pop();
    if (page) destroy(page);
  }
  const page = currentPage();
  if (page) show(page);
}

/** Closes all pages and opens one; `/` is the first page of the program. */
export function reLaunch(url: string): void {
  const page = createPage(url === '/' ? `/${firstPage(program)}` : url);
  for (const old of new Set([...stack.splice(0).reverse(), ...tabPages.values()])) destroy(old);
  tabPages.clear();
  open(page);
}

export function switchTab(url: string): void {
  const { path } = resolveUrl(url, currentPage()?.path);
  if (!isTabPage(path)) refuse('switchTab', 'can not switch to no-tabBar page');
  const previous = currentPage();
  if (previous?.path === path) return;
  const target = tabPages.get(path) ?? createPage(`/${path}`);
  for (const page of stack.splice(0).reverse()) {
    if (!page.isTab) destroy(page);
    else if (page === previous) hide(page);
  }
  if (tabPages.get(path) === target) {
    stack.push(target);
    show(target);
  } else open(target);
}

/** The page and the program go to the background or come back, as when the user leaves WeChat. */
export function setAppShown(shown: boolean): void {
  const page = currentPage();
  if (!page) return;
  if (shown) currentApp().onShow?.({ path: page.path, query: page.query, scene: session.scene });
  firePageLifetime(page, shown ? 'show' : 'hide');
  if (!shown) currentApp().onHide?.();
}

function createPage(url: string): PageView {
  const { path, queryText } = resolveUrl(url, currentPage()?.path);
  const entry = framework.entries.get(path);
  if (!entry?.isPage) {
    throw new Error(`page "${path}" is not found`);
  }
  loadFilesOf(path);
  const address = queryText ? `${path}?${queryText}` : path;
  const root = framework.backend.createRoot('page', framework.space, address);
  const page: PageView = {
    path,
    query: parseQuery(queryText),
    url: address,
    root,
    // The framework knows the instance only as a component; `PageCaller` adds a page's own events.
    caller: root.get() as unknown as PageCaller,
    element: elementOf(root.getComponent()) as HTMLElement,
    config: configOf(path),
    channel: new EventChannel(),
    isTab: isTabPage(path),
  };
  Object.assign(page.caller, {
    route: path,
    options: page.query,
    getOpenerEventChannel: () => page.channel,
  });
  return page;
}

function configOf(path: string): PageConfig {
  const entry = framework.entries.get(path);
  return entry ? pageConfig(program, entry) : {};
}

function open(page: PageView): void {
  stack.push(page);
  if (page.isTab) tabPages.set(page.path, page);
  activatePageStyle(page.path);
  prepareChrome(page);
  const placeholder = document.createElement('span');
  const container = pagesElement();
  container.append(placeholder);
  page.root.attach(container as never, placeholder as never);
  page.element = elementOf(page.root.getComponent()) as HTMLElement;
  // The keyboard can scroll a page, too.
  page.element.tabIndex = 0;
  attachPageScroll(page);
  attachCustomTabBar(page);
  callPage(page, 'onLoad', page.query);
  // A page may lead on to another one while it loads.
  if (currentPage() === page) reveal(page);
  if (stack.includes(page)) requestAnimationFrame(() => callPage(page, 'onReady'));
}

function show(page: PageView): void {
  activatePageStyle(page.path);
  prepareChrome(page);
  reveal(page);
}

function reveal(page: PageView): void {
  delete page.element.dataset.hidden;
  history.replaceState(null, '', addressOf(page));
  firePageLifetime(page, 'show');
  if (currentPage() === page) signal('pageShown', page);
}

function hide(page: PageView): void {
  firePageLifetime(page, 'hide');
  page.element.dataset.hidden = '';
}

function destroy(page: PageView): void {
  callPage(page, 'onUnload');
  page.root.release();
  page.element.remove();
  tabPages.delete(page.path);
}

function firePageLifetime(page: PageView, name: 'show' | 'hide'): void {
  callPage(page, name === 'show' ? 'onShow' : 'onHide');
  page.root.getComponent().triggerPageLifetime(name, []);
}

function prepareChrome(page: PageView): void {
  showNavigationBar(page, stack.length > 1, stack[0] !== undefined && !isFirstPage(page));
  showTabBar(appConfig(program), page);
  updatePageHeight();
}

/** In a mini-program `vh` refers to the page's own height, without the bars. */
export function updatePageHeight(): void {
  document.documentElement.style.setProperty('--page-vh', `${pagesElement().clientHeight / 100}px`);
}

function isFirstPage(page: PageView): boolean {
  const first = program.app.entryPagePath ?? program.pages[0];
  return page.path === first || page.isTab;
}

function attachCustomTabBar(page: PageView): void {
  if (!page.isTab || program.app.tabBar?.custom !== true) return;
  if (!framework.entries.has('custom-tab-bar/index')) return;
  loadFilesOf('custom-tab-bar/index');
  const root = framework.backend.createRoot('custom-tab-bar', framework.space, 'custom-tab-bar/index');
  const placeholder = document.createElement('span');
  page.element.append(placeholder);
  root.attach(page.element as never, placeholder as never);
  page.caller.getTabBar = () => root.get();
}

function pagesElement(): HTMLElement {
  return document.getElementById('pages') ?? document.body;
}

/** Reloading the browser page comes back to the same mini-program page. */
function addressOf(page: PageView): string {
  const parameters = new URLSearchParams(location.search);
  parameters.set('page', page.url);
  return `${location.pathname}?${parameters}`;
}
