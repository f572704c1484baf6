import { confirmCall } from '../chrome/dialler-sheet';
import { showToast } from '../chrome/toast';
import { extensionHook } from '../extensions';
import { session } from '../session';
import { signal } from '../signals';
import { ApiFailure, calls } from './registry';

let clipboard = '';

export const device = calls({
  login: () => ({ code: `preview-${session.openid}` }),
  checkSession: () => undefined,
  getNetworkType: () => ({ networkType: networkType(), signalStrength: 0, weakNet: false }),
  async setClipboardData({ data }: { data: string }) {
    clipboard = data;
    // The browser's own clipboard needs a permission that some windows lack.
    await navigator.clipboard?.writeText(data).catch(() => undefined);
    window.parent.postMessage({ type: 'preview:clipboard', data }, location.origin);
    showToast({ title: '内容已复制' });
  },
  getClipboardData: () => ({ data: clipboard }),
  async makePhoneCall({ phoneNumber }: { phoneNumber: string }) {
    const dial = extensionHook('makePhoneCall');
    if (!(await confirmCall(phoneNumber, dial !== undefined))) throw new ApiFailure('cancel');
    // WeChat answers when the dialler opens, which is before the call ends.
    dial?.(phoneNumber);
  },
  vibrateShort: () => undefined,
  vibrateLong: () => undefined,
  setKeepScreenOn: () => undefined,
  hideKeyboard: () => (document.activeElement as HTMLElement | null)?.blur(),
  getScreenBrightness: () => ({ value: 1 }),
  setScreenBrightness: () => undefined,
  getBatteryInfo: () => ({ level: 100, isCharging: true }),
});

export function networkType(): string {
  return session.online ? 'wifi' : 'none';
}

/** Switches this phone's network on or off; cloud calls fail while it is off. */
export function setOnline(online: boolean): void {
  if (session.online === online) return;
  session.online = online;
  signal('networkStatusChange', { isConnected: online, networkType: networkType() });
}
