/**
 * The person who holds this phone and how it is set. Read once from the page's address (`person`, an openid; `page`, path
 * and query to open; `scene`; `fontScale`; `network`; `language`, as WeChat names it) and from what the server wrote into the page.
 */
export interface Session {
  /** Empty on a single page, whose reader WeChat has not signed in. */
  openid: string;
  /** The page to start on; empty means the program's first page. */
  startPage: string;
  /** How the program was opened: 1001, from the list of mini-programs; 1154, as a single page from Moments. */
  scene: number;
  fontScale: number;
  /** WeChat's own language: zh_CN, en. */
  language: string;
  functionsUrl: string;
  /** The address of a local WeChat; empty without one. */
  wechatUrl: string;
  online: boolean;
  /** What a phone refuses is warned of and lets pass. */
  lenient: boolean;
}

const singlePageScene = 1154;

export const session: Session = {
  openid: '',
  startPage: '',
  scene: 1001,
  fontScale: 1,
  language: 'zh_CN',
  functionsUrl: '/functions',
  wechatUrl: '',
  online: true,
  lenient: false,
};

/** Reads the phone's address. Before that the session has no person. */
export function openSession(): void {
  const parameters = new URLSearchParams(location.search);
  const scene = Number(parameters.get('scene')) || session.scene;
  Object.assign(session, {
    scene,
    openid: scene === singlePageScene ? '' : parameters.get('person') || strangerOpenid(),
    startPage: (parameters.get('page') ?? decodeURIComponent(location.hash.slice(1))).replace(/^\/+/, ''),
    fontScale: Number(parameters.get('fontScale')) || 1,
    language: parameters.get('language') ?? session.language,
    functionsUrl: document.documentElement.dataset.functionsUrl ?? session.functionsUrl,
    wechatUrl: document.documentElement.dataset.wechatUrl ?? session.wechatUrl,
    online: parameters.get('network') !== 'off',
    lenient: document.documentElement.dataset.lenient === 'true',
  });
}

/** Whether only one page of the program is shown, opened from Moments. */
export const isSinglePage = (): boolean => session.scene === singlePageScene;

/** The browser's storage key for a value of this phone's holder. A single page has a storage of its own. */
export function storageKey(key: string): string {
  return `mini-program:${session.openid}:${key}`;
}

/** An openid without an account, the same each time in this browser. */
function strangerOpenid(): string {
  const key = 'mini-program-stranger';
  const known = localStorage.getItem(key);
  if (known !== null) return known;
  const bytes = crypto.getRandomValues(new Uint8Array(14));
  const openid = `stranger-${[...bytes].map((b) => b.toString(16).padStart(2, '0')).join('')}`;
  localStorage.setItem(key, openid);
  return openid;
}
