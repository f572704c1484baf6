import { make, makeButton, overlayLayer } from '../chrome/dom';
import { reportError } from '../errors';
import { callWords, talkTime } from './call-words';
import { answerCall, dial, hangUp, hasLine, listenToLine, type PhoneCall } from './line';

/** Numbers that no preview ever dials. */
const emergencies = new Set(['110', '119', '120', '122']);

let shown: { callId: string; node: HTMLElement; clock?: number } | undefined;

/** From now on this phone rings. */
export function installTelephone(): void {
  listenToLine(show);
}

/** Dials, and shows how the call goes until the person closes the screen. */
export async function placeCall(number: string): Promise<void> {
  if (emergencies.has(number)) return announce(number, '本地预览不会真的拨打紧急电话。');
  if (!hasLine()) return announce(number, '本地预览没有电话网络。');
  try {
    const call = await dial(number);
    // What the exchange has told meanwhile is newer than its answer.
    if (!('callId' in call)) announce(number, call.announcement);
    else if (shown?.callId !== call.callId) show(call);
  } catch (error) {
    reportError(error);
    announce(number, '电话没有拨出去。');
  }
}

function announce(number: string, announcement: string): void {
  show({ callId: '', state: 'ended', shows: number, announcement });
}

function show(call: PhoneCall): void {
  clear();
  const words = callWords(call);
  const node = make(
    'section',
    { class: 'call-screen', role: 'dialog', 'aria-modal': 'true', 'aria-label': `电话 ${call.shows}` },
    make('div', { class: 'call-number' }, call.shows),
    make('div', { class: 'call-words', role: 'status', 'aria-live': 'assertive' }, words),
  );
  node.dataset['state'] = call.state;
  shown = { callId: call.callId, node };
  if (call.state === 'talking') shown.clock = startClock(node);
  node.append(make('div', { class: 'call-actions' }, ...actionsOf(call)));
  overlayLayer().append(node);
}

function clear(): void {
  clearInterval(shown?.clock);
  shown?.node.remove();
  shown = undefined;
}

function actionsOf({ callId, state }: PhoneCall): HTMLElement[] {
  const act = (promise: Promise<void>): void => void promise.catch(reportError);
  const end = (text: string) => makeButton(text, () => act(hangUp(callId)), { class: 'call-end' });
  if (state === 'ended') return [makeButton('关闭', clear, { class: 'call-close' })];
  if (state !== 'ringing') return [end('挂断')];
  return [end('拒接'), makeButton('接听', () => act(answerCall(callId)), { class: 'call-answer' })];
}

function startClock(node: HTMLElement): number {
  const startedMs = Date.now();
  const time = make('div', { class: 'call-time', 'aria-hidden': 'true' }, talkTime(0));
  node.append(time);
  return window.setInterval(() => {
    time.textContent = talkTime(Math.floor((Date.now() - startedMs) / 1000));
  }, 1000);
}
