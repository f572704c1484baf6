import type { Contact } from '../../../cloudfunctions/shared/contract/contact-calls';
import type { Outcome } from '../../../cloudfunctions/shared/contract/outcome';
import { outcomeOptions } from './outcome-words';
import { agoText } from '../time/time-text';
import { say, translated, translatedList } from '../../facts/words/say';

/** A contact in words. */
export interface ContactText {
  /** 王* · 布洛芬 */
  title: string;
  askedText: string;
  stateText: string;
  /** Why the number no longer works; empty while it does. */
  endedText: string;
  outcomes: { code: Outcome; name: string }[];
  chosen: Outcome[];
  /** The reason to report the outcome. */
  outcomeHint: string;
  /** The way to what both sides write; empty where nothing can be written. */
  talkText: string;
}

/** `nowMs` is the server's clock; `waiting` an outcome that is not sent yet. */
export function contactText(contact: Contact, nowMs: number, waiting?: Outcome): ContactText {
  const { board } = contact;
  const outcome = waiting ?? contact.outcome;
  return {
    title: `${contact.posterName} · ${translatedList(contact.summary)}`,
    askedText: say`${agoText(contact.askedAtMs, nowMs)}联系`,
    stateText: stateText(contact),
    endedText: contact.state === 'ended' ? translated(endedTexts[contact.endedFor ?? 'over']) : '',
    outcomes: outcomeOptions(board),
    chosen: outcome === null ? [] : [outcome],
    outcomeHint: outcomeHint(contact, waiting),
    talkText: talkText(contact),
  };
}

const stateText = ({ state, isReachable }: Contact): string =>
  state === 'call-back' && isReachable ? say('可以要号码了') : translated(stateTexts[state]);

function talkText({ unread, can }: Contact): string {
  if (unread > 0) return say`对方发来 ${unread} 句话`;
  return can.say ? say('不用说话，发消息') : '';
}

/** A giver who was not reached, or has no more, is asked about the post. */
const asksGiver: readonly (Outcome | null)[] = ['no-answer', 'already-gone'];

function outcomeHint(
  { board, outcome }: Pick<Contact, 'board' | 'outcome'>,
  waiting: Outcome | undefined,
): string {
  if (waiting !== undefined) return say('已记在手机上，有网络就自动发出。');
  if (board === 'spare' && asksGiver.includes(outcome)) return say('已记下，也会问发布人还有没有。可以改。');
  return outcome === null ? say('说一声，就还您一次联系机会。') : say('已记下，可以改。');
}

/** The question before a contact ends. */
export function finishQuestion({ state }: Contact): {
  title: string;
  content: string;
  confirmText: string;
  cancelText: string;
} {
  const cancelText = say('再等等');
  return state === 'open'
    ? {
        title: say('联系好了？'),
        content: say('号码会马上失效，不能再拨。'),
        confirmText: say('结束'),
        cancelText,
      }
    : {
        title: say('不用回电了？'),
        content: say('对方不会再看到您的请求。'),
        confirmText: say('取消请求'),
        cancelText,
      };
}

const endedTexts: Record<NonNullable<Contact['endedFor']> | 'over', string> = {
  over: '这次联系已经结束，号码不能再用。',
  refused: '对方已经结束了这次联系，号码不能再用。您可以看看别家。',
  silent: '您很久没有说联系得怎么样，名额让给了后面的人，号码不能再用。',
};

const stateTexts: Record<Contact['state'], string> = {
  open: '可以拨打',
  'call-back': '等对方回电',
  ended: '已结束',
};
