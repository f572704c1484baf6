import { reportRefusal } from '../errors';
import { refusedObject } from '../refused-object';
import { refusedTags, supportedTags } from '../components/tags';
import { isSinglePage } from '../session';
import { refuseInSinglePage } from '../single-page';
import { createAnimation } from './animation';
import { bars } from './bars';
import { createCloud } from './cloud';
import { device } from './device';
import { events } from './events';
import { feedback } from './feedback';
import { createIntersectionObserver } from './intersection-observer';
import { location } from './location';
import { media } from './media';
import { navigation } from './navigation';
import { permissions } from './permissions';
import { programInfo } from './program-info';
import { refusedFunctions, refusedCloudFunctions } from './refused';
import { wxFunctions, type CallOptions } from './registry';
import { network } from './request';
import { createSelectorQuery } from './selector-query';
import { standIns } from './stand-ins';
import { storage } from './storage';
import { system } from './system';
import { createVideoContext } from './video-context';

/** Every name of `wx` that the preview implements, grouped as in SUPPORT.md. */
export const supportedGroups: Record<string, object> = {
  navigation,
  storage,
  feedback,
  bars,
  system,
  device,
  permissions,
  location,
  media,
  standIns,
  network,
  events,
  program: programInfo,
  drawing: { createSelectorQuery, createIntersectionObserver, createAnimation, createVideoContext },
};

/** Makes the global `wx`. Functions that WeChat has and the preview lacks fail with an error that names them. */
export function createWx(): object {
  for (const group of Object.values(supportedGroups)) Object.assign(wxFunctions, group);
  wxFunctions.cloud = withRefusals(createCloud(), 'wx.cloud.', refusedCloudFunctions);
  wxFunctions.canIUse = canIUse;
  if (isSinglePage()) refuseInSinglePage(wxFunctions);
  return withRefusals(wxFunctions, 'wx.', refusedFunctions);
}

function withRefusals(known: Record<string, unknown>, prefix: string, refused: ReadonlySet<string>): object {
  return new Proxy(known, {
    get(target, name) {
      if (typeof name === 'symbol' || name in target) return Reflect.get(target, name) as unknown;
      return refused.has(name) ? refusal(prefix + name) : undefined;
    },
  });
}

/** Refused names that are objects in WeChat and no functions. */
const refusedObjects: ReadonlySet<string> = new Set(['worklet', 'router', 'services']);

/** Where WeChat gives an object, so does a refused call, because programs fetch it at the top of a file. */
function givesObject(bare: string): boolean {
  return /^(get\w*Manager|get\w*Context|create|connectSocket$|getNFCAdapter$|getXrFrameSystem$)/.test(bare);
}

/** An unsupported asynchronous call rejects; an unsupported synchronous one throws. */
function refusal(name: string): unknown {
  const bare = name.split('.').at(-1) ?? name;
  if (refusedObjects.has(bare)) return refusedObject(name);
  return (options?: CallOptions) => {
    const message = `${name} is not supported by the preview`;
    if (/^off[A-Z]/.test(bare)) return undefined;
    if (givesObject(bare)) return refusedObject(`${name}()`);
    reportRefusal(message);
    if (/^on[A-Z]/.test(bare)) return undefined;
    const error = Object.assign(new Error(message), { errMsg: `${bare}:fail ${message}` });
    if (bare.endsWith('Sync')) throw error;
    if (typeof options?.fail === 'function' || typeof options?.complete === 'function') {
      setTimeout(() => {
        options.fail?.(error);
        options.complete?.(error);
      });
      return givesTask.has(bare) ? { ...idleTask } : undefined;
    }
    const failing = Promise.reject(error);
    return givesTask.has(bare) ? Object.assign(failing, idleTask) : failing;
  };
}

/** Where WeChat gives a task at once, whose progress programs listen to without asking whether it is there. */
const givesTask: ReadonlySet<string> = new Set(['downloadFile', 'uploadFile']);
const idleTask = Object.fromEntries(
  ['abort', 'onProgressUpdate', 'offProgressUpdate', 'onHeadersReceived', 'offHeadersReceived'].map(
    (method) => [method, () => undefined],
  ),
);

/** True for what the preview supports: `showToast`, `request.object.url`, `button.open-type.share`, `cloud`. */
function canIUse(schema: string): boolean {
  const [first = ''] = schema.split('.');
  if (refusedTags.has(first)) return false;
  return first in wxFunctions || supportedTags.has(first);
}
