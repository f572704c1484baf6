import type { Campaign } from '../../../../cloudfunctions/shared/contract/campaign';
import type { Caller } from '../../../../cloudfunctions/shared/contract/contact-calls';
import type { WarningLine } from '../../../presenters/item/item-warnings';
import { agoText } from '../../../presenters/time/time-text';
import { callerWarnings } from './caller-warnings';
import { posterTitle } from './hand-over-question';
import { forWhomText } from './talk-text';
import { say, translated, translatedList } from '../../../facts/words/say';

/** A contact as the poster sees it, in words. */
export interface CallerRow {
  id: string;
  caller: Caller;
  /** 李* 想要您的布洛芬 */
  title: string;
  askedText: string;
  forWhomText: string;
  /** What the giver should know of these medicines for those whom the taker named. */
  warnings: WarningLine[];
  /** Which number will ring; empty without one. */
  ringsText: string;
  stateText: string;
  /** 发消息, how much is unread, or that the viewer got the medicine; empty where nothing can be said and nothing was. */
  talkText: string;
  /** 婉拒 while the viewer waits, 结束联系 once there is a number; empty where nothing is left to end. */
  endText: string;
}

/** `nowMs` is the server's clock. */
export function callerRow(caller: Caller, campaign: Campaign, nowMs: number): CallerRow {
  const { id, viewerName, summary, board, state, askedAtMs, ringsAs, unread, isAsked, can } = caller;
  const asked = state === 'waiting' ? say('请您回电') : say('要了号码');
  return {
    id,
    caller,
    title:
      board === 'spare'
        ? say`${viewerName} 想要您的${translatedList(summary)}`
        : say`${viewerName} 想给您${translatedList(summary)}`,
    askedText: say`${agoText(askedAtMs, nowMs)}${asked}`,
    forWhomText: forWhomText(caller.forWhom, campaign),
    warnings: state === 'ended' ? [] : callerWarnings(caller, campaign),
    ringsText: ringsAs === null ? '' : say`打来时显示尾号 ${ringsAs}`,
    stateText: translated(stateTexts[state]),
    talkText: isAsked
      ? posterTitle(caller)
      : unread > 0
        ? say`${unread} 句没看`
        : can.say
          ? say('发消息')
          : '',
    endText: !can.end ? '' : state === 'open' ? say('结束联系') : say('婉拒'),
  };
}

/** The question before the poster turns a viewer away. */
export const endQuestion = ({ caller: { viewerName, state } }: CallerRow) => ({
  title: state === 'open' ? say`结束和${viewerName}的联系？` : say`婉拒${viewerName}？`,
  content: say`${state === 'open' ? say('号码马上失效。') : ''}一个月内，这个人不能再通过您的任何一条信息联系您。`,
  confirmText: state === 'open' ? say('结束') : say('婉拒'),
  cancelText: say('再想想'),
});

const stateTexts: Record<Caller['state'], string> = {
  waiting: '等您回电',
  open: '会打给您',
  ended: '已结束',
};
