import { isSinglePage, session } from '../session';
import { parseQuery, resolveUrl } from '../urls';
import { requireTap } from './refuse';
import { calls } from './registry';

let launch: { path: string; query: Record<string, string> } | undefined;

/** The page the program started on. */
export function setLaunch(url: string): void {
  const { path, queryText } = resolveUrl(url);
  launch = { path, query: parseQuery(queryText) };
}

export function launchOptions(): object {
  return {
    path: '',
    query: {},
    ...launch,
    scene: session.scene,
    shareTicket: undefined,
    referrerInfo: {},
    apiCategory: apiCategory(),
  };
}

const apiCategory = (): string => (isSinglePage() ? 'browseOnly' : 'default');

const ignored = () => undefined;

export const programInfo = {
  getLaunchOptionsSync: launchOptions,
  getEnterOptionsSync: launchOptions,
  nextTick: (callback: () => void) => queueMicrotask(callback),
  getUpdateManager: () => ({
    onCheckForUpdate: (callback: (answer: { hasUpdate: boolean }) => void) =>
      setTimeout(() => callback({ hasUpdate: false })),
    onUpdateReady: ignored,
    onUpdateFailed: ignored,
    applyUpdate: ignored,
  }),
  getPerformance: () => ({
    now: () => performance.now(),
    createObserver: () => ({ observe: ignored, disconnect: ignored }),
    getEntries: () => [],
    setGraph: ignored,
  }),
  getLogManager: () => console,
  getRealtimeLogManager: () => ({ ...console, addFilterMsg: ignored, setFilterMsg: ignored, in: ignored }),
  getExtConfigSync: () => ({}),
  getExptInfoSync: () => ({}),
  getApiCategory: apiCategory,
  getRandomValues: ({ length }: { length: number }) => ({
    randomValues: crypto.getRandomValues(new Uint8Array(length)).buffer,
  }),
  requestIdleCallback: (callback: IdleRequestCallback) => requestIdleCallback(callback),
  cancelIdleCallback: (handle: number) => cancelIdleCallback(handle),
  reportEvent: ignored,
  reportMonitor: ignored,
  reportAnalytics: ignored,
  reportPerformance: ignored,
  triggerGC: ignored,
  setEnableDebug: ignored,
  preloadWebview: ignored,
  preloadSkylineView: ignored,
  preloadAssets: ignored,
  env: { USER_DATA_PATH: 'http://usr' },
  base64ToArrayBuffer: (text: string) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0)).buffer,
  arrayBufferToBase64: (buffer: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))),
  ...calls({
    showShareMenu: ignored,
    hideShareMenu: ignored,
    updateShareMenu: ignored,
    setVisualEffectOnCapture: ignored,
    exitMiniProgram() {
      requireTap('exitMiniProgram');
      location.reload();
    },
    restartMiniProgram: ({ path }: { path?: string }) => {
      session.startPage = path ?? '';
      const parameters = new URLSearchParams(location.search);
      parameters.set('page', session.startPage.replace(/^\//, ''));
      location.search = parameters.toString();
    },
    getExtConfig: () => ({ extConfig: {} }),
    setTopBarText: ignored,
    loadFontFace: ignored,
    preloadSubpackage: ignored,
    getUserProfile() {
      requireTap('getUserProfile');
      return { userInfo: { nickName: '微信用户', avatarUrl: '', gender: 0 } };
    },
    getUserInfo: () => ({ userInfo: { nickName: '微信用户', avatarUrl: '', gender: 0 } }),
  }),
};
