import { showToast } from './chrome/toast';
import { makeButton } from './chrome/dom';
import { ApiFailure, calls, type ApiCall } from './api/registry';

/**
 * What a single page, opened from Moments, may not call: it has no signed-in user and no way to other pages.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/share-timeline.html, 单页模式下的限制
 */
const refusedNames = [
  ...['redirectTo', 'reLaunch', 'navigateTo', 'switchTab', 'navigateBack'],
  ...['setNavigationBarTitle', 'setNavigationBarColor', 'showNavigationBarLoading'],
  ...['hideNavigationBarLoading', 'hideHomeButton'],
  ...['setTabBarBadge', 'removeTabBarBadge', 'showTabBarRedDot', 'hideTabBarRedDot'],
  ...['setTabBarItem', 'setTabBarStyle', 'showTabBar', 'hideTabBar'],
  ...['chooseMedia', 'chooseImage', 'saveImageToPhotosAlbum', 'chooseLocation', 'openLocation'],
  ...['showShareMenu', 'hideShareMenu', 'updateShareMenu'],
  ...['login', 'checkSession', 'authorize', 'getSetting', 'openSetting', 'getUserInfo', 'getUserProfile'],
  ...['requestSubscribeMessage', 'requestPayment', 'navigateToMiniProgram', 'chooseAddress'],
  ...['makePhoneCall', 'scanCode', 'setClipboardData', 'getClipboardData'],
];

/** What WeChat says when a page wants more than a single page may. */
export function sayOpenProgram(): void {
  showToast({ title: '请前往小程序使用完整服务', icon: 'none' });
}

/** Replaces in `functions` what a single page may not call. Each of them says so and rejects. */
export function refuseInSinglePage(functions: Record<string, unknown>): void {
  for (const name of refusedNames) {
    if (name in functions) functions[name] = refusing(name);
  }
}

function refusing(name: string): ApiCall | undefined {
  const refused = calls({
    [name]() {
      sayOpenProgram();
      throw new ApiFailure('can not be used in single page mode');
    },
  });
  return refused[name];
}

/** The bar that WeChat draws under a single page. Its button opens the same page in the program itself. */
export function showSinglePageBar(): void {
  const open = (): void => {
    const parameters = new URLSearchParams(location.search);
    parameters.delete('scene');
    location.search = parameters.toString();
  };
  document
    .getElementById('tab-bar')
    ?.parentElement?.append(makeButton('前往小程序', open, { class: 'single-page-bar' }));
}
