import type { CallOutput } from '../../../../cloudfunctions/shared/contract/contract';
import { agoText } from '../../../presenters/time/time-text';
import { worded } from '../../../facts/words/worded';

type Messages = CallOutput<'moderation', 'waitingFeedback'>;
type Names = CallOutput<'moderation', 'missingNames'>;

/** A message that waits for an answer. */
export interface FeedbackRow {
  id: string;
  title: string;
  text: string;
}

export interface FeedbackView {
  waitingText: string;
  rows: FeedbackRow[];
}

/** `nowMs` is the server's clock. */
export function feedbackView({ messages, waiting, nowMs }: Messages): FeedbackView {
  return {
    waitingText: waiting === 0 ? '没有在等答复的。' : `${waiting} 条在等答复`,
    rows: messages.map(({ id, kind, text, error, sentAtMs }) => ({
      id,
      title: [kindNames[kind], ...(error === null ? [] : [error]), agoText(sentAtMs, nowMs)].join(' · '),
      text,
    })),
  };
}

const kindNames: Readonly<Record<Messages['messages'][number]['kind'], string>> = {
  broken: '出错了',
  how: '不会用',
  account: '实名、停用',
  medicine: worded('{helpList}'),
  other: '别的',
};

/** Names that people missed, in words. */
export function missingView({ names, hidden, fromPeople }: Names): {
  missing: Names['names'];
  hiddenText: string;
} {
  return {
    missing: names,
    hiddenText:
      hidden === 0
        ? ''
        : `还有 ${hidden} 个名字，找的人不到 ${fromPeople} 位，为了不露出个人信息，先不显示。`,
  };
}

/** Answers that fit many messages. */
export const readyAnswers: readonly string[] = [
  '收到了，谢谢您。我们会改。',
  '已经修好了，请关掉小程序再打开试试。',
  worded('{replyForbidden}'),
  '请走“其他证件”，拍照交上来，我们来核对。',
];
