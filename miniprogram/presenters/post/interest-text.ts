import type { Board } from '../../../cloudfunctions/shared/contract/board';
import type { Interest } from '../../model/contacts';
import { say } from '../../facts/words/say';

interface InterestLine {
  icon: string;
  words: string;
  /** What a tap does. */
  go: string;
  /** Somebody waits for the owner. */
  urgent: boolean;
}

export interface InterestText {
  lines: InterestLine[];
}

/** Null for a post without contacts. */
export function interestText(
  interest: Omit<Interest, 'postId'> | undefined,
  board: Board,
): InterestText | null {
  if (interest === undefined) return null;
  const { open, waiting, unread, received } = interest;
  const all: (InterestLine & { count: number })[] = [
    {
      count: waiting,
      icon: 'call-incoming',
      words: say`${waiting} 位在等您回电`,
      go: say('去回电'),
      urgent: true,
    },
    {
      count: received,
      icon: 'check-circle',
      words: board === 'need' ? say`${received} 位说送到了` : say`${received} 位说拿到了`,
      go: board === 'need' ? say('去看看') : say('减 1 份？'),
      urgent: true,
    },
    { count: unread, icon: 'chat', words: say`${unread} 位给您发了消息`, go: say('去看看'), urgent: true },
    {
      count: open,
      icon: 'call',
      words: say`${open} 位拿到了隐私号码，可能会打给您`,
      go: say('看是谁'),
      urgent: false,
    },
  ];
  return { lines: all.filter(({ count }) => count > 0).map(({ count: _count, ...line }) => line) };
}
