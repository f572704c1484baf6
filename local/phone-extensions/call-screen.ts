import { make, makeButton, type ExtendedPhone } from 'miniprogram-preview/extension';
import { callWords, talkTime } from './call-words';
import type { PhoneCall } from './line';

/** The screen of one call at a time, shown until the person closes it. */
export interface CallScreen {
  show(call: PhoneCall): void;
  /** Shows a number that was not connected, with the reason. */
  announce(number: string, announcement: string): void;
  /** The id of the call on the screen; '' for an announcement, undefined without a screen. */
  callId(): string | undefined;
}

export interface CallActions {
  answer(callId: string): Promise<void>;
  hangUp(callId: string): Promise<void>;
}

export function createCallScreen(phone: ExtendedPhone, actions: CallActions): CallScreen {
  let shown: { callId: string; node: HTMLElement; clock?: number } | undefined;

  function clear(): void {
    clearInterval(shown?.clock);
    shown?.node.remove();
    shown = undefined;
  }

  function buttonsOf({ callId, state }: PhoneCall): HTMLElement[] {
    const act = (promise: Promise<void>): void => void promise.catch(phone.reportError);
    const end = (text: string) => makeButton(text, () => act(actions.hangUp(callId)), { class: 'call-end' });
    if (state === 'ended') return [makeButton('关闭', clear, { class: 'call-close' })];
    if (state !== 'ringing') return [end('挂断')];
    const answer = makeButton('接听', () => act(actions.answer(callId)), { class: 'call-answer' });
    return [end('拒接'), answer];
  }

  function show(call: PhoneCall): void {
    clear();
    const node = make(
      'section',
      { class: 'call-screen', role: 'dialog', 'aria-modal': 'true', 'aria-label': `电话 ${call.shows}` },
      make('div', { class: 'call-number' }, call.shows),
      make('div', { class: 'call-words', role: 'status', 'aria-live': 'assertive' }, callWords(call)),
    );
    node.dataset.state = call.state;
    shown = { callId: call.callId, node };
    if (call.state === 'talking') shown.clock = startClock(node);
    node.append(make('div', { class: 'call-actions' }, ...buttonsOf(call)));
    phone.mount.append(node);
  }

  return {
    show,
    announce: (number, announcement) => show({ callId: '', state: 'ended', shows: number, announcement }),
    callId: () => shown?.callId,
  };
}

function startClock(node: HTMLElement): number {
  const startedMs = Date.now();
  const time = make('div', { class: 'call-time', 'aria-hidden': 'true' }, talkTime(0));
  node.append(time);
  return window.setInterval(() => {
    time.textContent = talkTime(Math.floor((Date.now() - startedMs) / 1000));
  }, 1000);
}
