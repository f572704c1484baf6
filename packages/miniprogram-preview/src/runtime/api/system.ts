import { systemFontSize } from '../font-scale';
import { session } from '../session';
import { currentTheme } from '../theme';
import { currentPage } from '../page-view';
import { calls } from './registry';

const statusBarHeight = 24;
const navigationBarHeight = 44;
/** The base library whose behaviour the preview imitates. */
const baseLibraryVersion = '3.8.12';

const menuButton = { width: 87, height: 32, margin: 7 };

export const system = {
  getWindowInfo: windowInfo,
  getAppBaseInfo: appBaseInfo,
  getDeviceInfo: deviceInfo,
  getSystemSetting: systemSetting,
  getAppAuthorizeSetting: authorizeSetting,
  getSystemInfoSync: allInfo,
  ...calls({ getSystemInfo: () => allInfo(), getSystemInfoAsync: () => allInfo() }),
  getMenuButtonBoundingClientRect() {
    const { width, height, margin } = menuButton;
    const top = statusBarHeight + 6;
    return {
      width,
      height,
      top,
      bottom: top + height,
      left: innerWidth - margin - width,
      right: innerWidth - margin,
    };
  },
  getBatteryInfoSync: () => ({ level: 100, isCharging: true }),
  getAccountInfoSync: () => ({
    miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' },
    plugin: {},
  }),
  getRendererUserAgent: () => navigator.userAgent,
  getSkylineInfoSync: () => ({
    isSupported: false,
    version: '',
    reason: 'the preview draws with a web view',
  }),
};

function windowInfo() {
  const pages = document.getElementById('pages');
  const custom = currentPage()?.config.navigationStyle === 'custom';
  const fallback = innerHeight - statusBarHeight - (custom ? 0 : navigationBarHeight);
  return {
    pixelRatio: devicePixelRatio,
    screenWidth: innerWidth,
    screenHeight: innerHeight,
    windowWidth: innerWidth,
    windowHeight: pages?.clientHeight || fallback,
    statusBarHeight,
    screenTop: custom ? 0 : statusBarHeight + navigationBarHeight,
    safeArea: {
      left: 0,
      right: innerWidth,
      top: statusBarHeight,
      bottom: innerHeight,
      width: innerWidth,
      height: innerHeight - statusBarHeight,
    },
  };
}

function appBaseInfo() {
  return {
    SDKVersion: baseLibraryVersion,
    version: '8.0.58',
    language: session.language,
    theme: currentTheme(),
    enableDebug: false,
    fontSizeSetting: systemFontSize(),
    fontSizeScaleFactor: session.fontScale,
    host: { env: 'WeChat', appId: '', version: 0 },
    mode: 'default',
  };
}

function deviceInfo() {
  return {
    brand: 'devtools',
    model: 'browser preview',
    platform: 'devtools',
    system: 'iOS 16.0',
    abi: '',
    deviceAbi: '',
    benchmarkLevel: 1,
    cpuType: '',
    memorySize: 4096,
  };
}

function systemSetting() {
  return { bluetoothEnabled: false, locationEnabled: true, wifiEnabled: true, deviceOrientation: 'portrait' };
}

function authorizeSetting() {
  const authorized = {
    albumAuthorized: 'authorized',
    cameraAuthorized: 'authorized',
    locationAuthorized: 'authorized',
  };
  return { ...authorized, locationReducedAccuracy: false, notificationAuthorized: 'authorized' };
}

function allInfo() {
  return {
    errMsg: 'getSystemInfo:ok',
    ...windowInfo(),
    ...appBaseInfo(),
    ...deviceInfo(),
    ...systemSetting(),
  };
}
