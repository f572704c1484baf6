import type { Board } from '../../../cloudfunctions/shared/contract/board';
import type { Outcome } from '../../../cloudfunctions/shared/contract/outcome';
import { translated } from '../../facts/words/say';
import { worded } from '../../facts/words/worded';

/** The outcomes of a contact in the viewer's words: a taker on a spare, a giver on a need. */
export function outcomeOptions(board: Board): { code: Outcome; name: string }[] {
  const names = words[board];
  return order.map((code) => ({ code, name: translated(names[code]) }));
}

const order: readonly Outcome[] = [
  'received',
  'no-answer',
  'already-gone',
  'asked-for-money',
  'not-real',
  'other',
];

const words: Record<Board, Record<Outcome, string>> = {
  spare: {
    received: '拿到了',
    'no-answer': '没接通',
    'already-gone': '已送完',
    'asked-for-money': '要钱了',
    'not-real': '不是真的',
    other: '其他',
  },
  need: {
    received: '送到了',
    'no-answer': '没接通',
    'already-gone': worded('{alreadyHas}'),
    'asked-for-money': '要钱了',
    'not-real': '不是真的',
    other: '其他',
  },
};
