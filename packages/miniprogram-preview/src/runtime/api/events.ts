import { onNeedPrivacyAuthorization } from '../privacy';
import { listen, unlisten } from '../signals';

type Listener = (value: unknown) => void;

/** Events that really happen in the preview. */
const firing = [
  'networkStatusChange',
  'error',
  'unhandledRejection',
  'appShow',
  'appHide',
  'windowResize',
  'themeChange',
  'pageNotFound',
];

/** Events that a program may listen to and that never happen here. */
const silent = [
  ...['memoryWarning', 'keyboardHeightChange', 'userCaptureScreen', 'audioInterruptionBegin'],
  ...[
    'audioInterruptionEnd',
    'menuButtonBoundingClientRectWeightChange',
    'networkWeakChange',
    'locationChange',
  ],
  ...['locationChangeError', 'accelerometerChange', 'compassChange', 'gyroscopeChange', 'deviceMotionChange'],
  ...[
    'lazyLoadError',
    'beforeAppRoute',
    'afterAppRoute',
    'copyUrl',
    'addToFavorites',
    'screenRecordingStateChanged',
  ],
  ...['backgroundFetchData', 'batteryInfoChange', 'deviceOrientationChange', 'appRoute', 'appRouteDone'],
  ...['beforePageLoad', 'afterPageLoad', 'beforePageUnload', 'afterPageUnload', 'windowStateChange'],
  ...['apiCategoryChange', 'parallelStateChange', 'keyDown', 'keyUp', 'generatePoster'],
  ...['userTriggerTranslation', 'userOffTranslation'],
];

/** `wx.on…` and `wx.off…`. */
export const events: Record<string, unknown> = {
  ...Object.fromEntries([...firing, ...silent].flatMap((name) => pair(name))),
  onNeedPrivacyAuthorization,
};

function pair(name: string): [string, (listener: Listener) => void][] {
  const suffix = name.charAt(0).toUpperCase() + name.slice(1);
  return [
    [`on${suffix}`, (listener) => listen(name, listener)],
    [`off${suffix}`, (listener?: Listener) => unlisten(name, listener)],
  ];
}
