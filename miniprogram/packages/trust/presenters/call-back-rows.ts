import type { CallBack } from '../../../../cloudfunctions/shared/contract/contact-calls';
import { agoText } from '../../../presenters/time/time-text';

/** A call-back request as its poster sees it, in words. */
export interface CallBackRow {
  id: string;
  callBack: CallBack;
  /** 李* 想要布洛芬 */
  title: string;
  askedText: string;
  stateText: string;
}

/** `nowMs` is the server's clock. */
export function callBackRow(callBack: CallBack, nowMs: number): CallBackRow {
  const { id, viewerName, summary, board, state } = callBack;
  return {
    id,
    callBack,
    title: board === 'spare' ? `${viewerName} 想要您的${summary}` : `${viewerName} 想给您${summary}`,
    askedText: `${agoText(callBack.askedAtMs, nowMs)}请您回电`,
    stateText: stateTexts[state],
  };
}

const stateTexts: Record<CallBack['state'], string> = {
  waiting: '等您回电',
  open: '可以拨打',
  ended: '已结束',
};
