import type { PosterAnswer } from '../../../../cloudfunctions/shared/contract/outcome';
import type { Talk } from '../../../model/contacts';

/** What one side is asked about the hand-over, each answer one tap. */
export interface HandOverQuestion {
  title: string;
  /** The first answer is the one that most give. */
  answers: { answer: PosterAnswer | 'received'; text: string }[];
  /** The other side waits for the answer. */
  urgent: boolean;
}

/** Null where there is nothing to ask, or it was answered. */
export function handOverQuestion({
  contact,
  caller,
}: Pick<Talk, 'contact' | 'caller'>): HandOverQuestion | null {
  if (contact !== null)
    return contact.isAsked
      ? {
          title: '对方说药给您了，拿到了吗？',
          answers: [{ answer: 'received', text: '拿到了' }],
          urgent: true,
        }
      : null;
  if (caller === null || !caller.can.confirm) return null;
  const { board, isAsked: urgent } = caller;
  if (board === 'spare')
    return {
      title: urgent ? 'TA说拿到了，减 1 份？' : '药给TA了吗？',
      answers: [
        { answer: 'given', text: '给了，减 1 份' },
        { answer: 'counted', text: '给了，已经减过' },
        ...(urgent ? [{ answer: 'not-given' as const, text: '没有给TA' }] : []),
      ],
      urgent,
    };
  return {
    title: urgent ? 'TA说药送到了，收到了吗？' : '收到TA的药了吗？',
    answers: [
      { answer: 'given', text: '收到了，已经解决' },
      { answer: 'counted', text: '收到了，还不够' },
      ...(urgent ? [{ answer: 'not-given' as const, text: '没有收到' }] : []),
    ],
    urgent,
  };
}

/** What the user reads after the answer. */
export const answeredText = (answer: PosterAnswer | 'received'): string =>
  answer === 'not-given' ? '已记下' : '已记下，谢谢您';
