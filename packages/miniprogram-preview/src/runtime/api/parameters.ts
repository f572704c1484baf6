import { refuse } from './refuse';

type Kind = 'String' | 'Number' | 'Array';

/** The parameters whose kind WeChat checks before anything else; those with `?` may be left out. */
const kinds: Record<string, Record<string, Kind>> = {
  navigateTo: { url: 'String' },
  redirectTo: { url: 'String' },
  reLaunch: { url: 'String' },
  switchTab: { url: 'String' },
  getStorage: { key: 'String' },
  setStorage: { key: 'String' },
  removeStorage: { key: 'String' },
  showToast: { title: 'String' },
  showLoading: { title: 'String' },
  showModal: {
    'title?': 'String',
    'content?': 'String',
    'confirmText?': 'String',
    'cancelText?': 'String',
  },
  showActionSheet: { itemList: 'Array' },
  setNavigationBarTitle: { title: 'String' },
  setTabBarBadge: { index: 'Number', text: 'String' },
  removeTabBarBadge: { index: 'Number' },
  showTabBarRedDot: { index: 'Number' },
  hideTabBarRedDot: { index: 'Number' },
  setTabBarItem: { index: 'Number' },
  makePhoneCall: { phoneNumber: 'String' },
  setClipboardData: { data: 'String' },
  authorize: { scope: 'String' },
  openLocation: { latitude: 'Number', longitude: 'Number' },
  previewImage: { urls: 'Array' },
  getImageInfo: { src: 'String' },
  request: { url: 'String' },
};

/** Refuses a parameter of another kind in WeChat's words. */
export function checkParameters(name: string, options: Record<string, unknown>): void {
  for (const [parameter, kind] of Object.entries(kinds[name] ?? {})) {
    const bare = parameter.replace('?', '');
    const given = kindOf(options[bare]);
    if (given === kind || (bare !== parameter && given === 'Undefined')) continue;
    refuse(name, `parameter error: parameter.${bare} should be ${kind} instead of ${given};`);
  }
}

/** `Undefined`, `Null`, `Number`, `Array` … as WeChat names kinds. */
function kindOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice('[object '.length, -1);
}
