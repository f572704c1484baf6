import type { Outcome, PosterAnswer } from '../../../../cloudfunctions/shared/contract/outcome';
import type { Caller, Contact } from '../../../../cloudfunctions/shared/contract/contact-calls';
import type { Talk } from '../../../model/contacts';
import { outcomeOptions } from '../../../presenters/contact/outcome-words';
import { say } from '../../../facts/words/say';

/** What a tap sends: the word of a poster, or the outcome that a viewer reports. */
export type Answer = PosterAnswer | ViewerAnswer;
export type ViewerAnswer = Extract<Outcome, 'received' | 'no-answer' | 'already-gone'>;

const viewerAnswers: readonly string[] = ['received', 'no-answer', 'already-gone'] satisfies ViewerAnswer[];

export const isViewerAnswer = (answer: Answer | Outcome): answer is ViewerAnswer =>
  viewerAnswers.includes(answer);

/** A viewer is asked without the other side's word once the medicine may have changed hands. */
const earliestMs = 3_600_000;

/** What one side is asked about the hand-over, each answer one tap. */
export interface HandOverQuestion {
  title: string;
  /** The first answer is the one that most give. */
  answers: { answer: Answer; text: string }[];
  /** The other side waits for the answer. */
  urgent: boolean;
}

/** Null where there is nothing to ask, or it was answered. `nowMs` is the server's clock. */
export function handOverQuestion({
  contact,
  caller,
  nowMs,
}: Pick<Talk, 'contact' | 'caller' | 'nowMs'>): HandOverQuestion | null {
  if (contact !== null) return viewersQuestion(contact, nowMs);
  if (caller === null || !caller.can.confirm) return null;
  const { board, isAsked: urgent, can } = caller;
  const title = posterTitle(caller);
  if (board === 'spare')
    return {
      title,
      answers: [
        ...(can.settle ? [{ answer: 'given' as const, text: say('给了，减 1 份') }] : []),
        { answer: 'counted', text: say('给了，已经减过') },
        ...(urgent ? [{ answer: 'not-given' as const, text: say('没有给TA') }] : []),
      ],
      urgent,
    };
  return {
    title,
    answers: [
      { answer: 'given', text: say('收到了，已经解决') },
      { answer: 'counted', text: say('收到了，还不够') },
      ...(urgent ? [{ answer: 'not-given' as const, text: say('没有收到') }] : []),
    ],
    urgent,
  };
}

/** What a poster is asked. Of a spare that has ended no portion is left to take off. */
export function posterTitle({ board, isAsked, can }: Pick<Caller, 'board' | 'isAsked' | 'can'>): string {
  if (board === 'need') return isAsked ? say('{saysBrought}') : say('{gotTheirs}');
  return isAsked && can.settle ? say('TA说拿到了，减 1 份？') : say('{gaveIt}');
}

function viewersQuestion(
  { board, isAsked, outcome, askedAtMs, can }: Contact,
  nowMs: number,
): HandOverQuestion | null {
  const isSpare = board === 'spare';
  if (isSpare && isAsked)
    return {
      title: say('{saysGave}'),
      answers: [{ answer: 'received', text: say('拿到了') }],
      urgent: true,
    };
  if (outcome !== null || !can.report || nowMs < askedAtMs + earliestMs) return null;
  const words = outcomeOptions(board);
  return {
    title: isSpare ? say('{gotIt}') : say('{broughtIt}'),
    answers: words.flatMap(({ code, name }) => (isViewerAnswer(code) ? [{ answer: code, text: name }] : [])),
    urgent: false,
  };
}

/** What the user reads after the answer. */
export const answeredText = (answer: Answer): string =>
  answer === 'not-given' || answer === 'no-answer' || answer === 'already-gone'
    ? say('已记下')
    : say('已记下，谢谢您');
