import type { PhoneExtension, PhoneHooks } from './extension';
import { overlayLayer } from './chrome/dom';
import { reportError } from './errors';
import { reLaunch } from './pages';
import { listenToServer } from './server-events';
import { session } from './session';

const hooks: PhoneHooks[] = [];

/** Runs what `createPreview({ extensions })` bundled; a failing extension does not stop the program. */
export function installExtensions(): void {
  const { __previewExtensions: extensions = [] } = globalThis as typeof globalThis & {
    __previewExtensions?: PhoneExtension[];
  };
  for (const extend of extensions) {
    try {
      hooks.push(
        extend({
          openid: session.openid,
          mount: overlayLayer(),
          listen: listenToServer,
          openPage: (url) => reLaunch(`/${url.replace(/^\//, '')}`),
          reportError,
        }) ?? {},
      );
    } catch (error) {
      reportError(error, 'extension');
    }
  }
}

/** The hook of the first extension that has it. */
export function extensionHook<K extends keyof PhoneHooks>(name: K): PhoneHooks[K] {
  return hooks.find((each) => each[name] !== undefined)?.[name];
}
