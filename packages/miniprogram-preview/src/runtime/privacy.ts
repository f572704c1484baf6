import { showModal } from './chrome/modal';
import { ApiFailure } from './api/registry';
import { hasListener, listen, signal } from './signals';
import { storageKey } from './session';

/** The program's answer to the platform's question, through the `resolve` of onNeedPrivacyAuthorization. */
interface PrivacyAnswer {
  event: 'agree' | 'disagree' | 'exposureAuthorization';
  buttonId?: string;
}

let isRequired = false;

/** Programs with `__usePrivacyCheck__` must ask before the first private interface. */
export function requirePrivacy(required: boolean): void {
  isRequired = required;
}

export function privacyAgreed(): boolean {
  return localStorage.getItem(storageKey('#privacy')) === 'agreed';
}

export function needsPrivacyAnswer(): boolean {
  return isRequired && !privacyAgreed();
}

/** Waits until the person has agreed; fails when they do not. */
export async function askPrivacy(referrer: string): Promise<void> {
  if (!needsPrivacyAnswer()) return;
  const agreed = hasListener('needPrivacyAuthorization') ? await askProgram(referrer) : await askOurselves();
  if (!agreed) throw new ApiFailure('privacy permission is not authorized', { errno: 104 });
  agreeToPrivacy();
}

/** A tap on a button with `open-type="agreePrivacyAuthorization"` has the same effect. */
export function agreeToPrivacy(): void {
  localStorage.setItem(storageKey('#privacy'), 'agreed');
}

export function onNeedPrivacyAuthorization(
  listener: (resolve: (answer: PrivacyAnswer) => void, info: { referrer: string }) => void,
): void {
  listen<{ resolve(answer: PrivacyAnswer): void; referrer: string }>(
    'needPrivacyAuthorization',
    ({ resolve, referrer }) => listener(resolve, { referrer }),
  );
}

function askProgram(referrer: string): Promise<boolean> {
  return new Promise((done) => {
    const resolve = (answer: PrivacyAnswer) => {
      if (answer.event !== 'exposureAuthorization') done(answer.event === 'agree');
    };
    signal('needPrivacyAuthorization', { resolve, referrer });
  });
}

async function askOurselves(): Promise<boolean> {
  const content = '在你使用服务前，请阅读并同意隐私保护指引。';
  return (await showModal({ title: '隐私保护', content, confirmText: '同意', cancelText: '拒绝' })).confirm;
}
