import { translated } from '../../facts/words/say';
import { worded } from '../../facts/words/worded';

/** What the side that gives, or takes, does after a contact, in order. */
export const nextSteps = (side: 'giver' | 'taker'): string[] => steps[side].map(translated);

const steps = {
  taker: [
    '打电话或发消息，说好在哪里拿、什么时候拿。',
    '不用见面：请TA放在门口、快递柜或保安室，也可以叫跑腿去取。',
    worded('{takeCare}'),
  ],
  giver: [
    '等TA打来，或者发消息，说好放在哪里、什么时候放。',
    worded('{giveCare}'),
    '不用见面：放在门口、快递柜或保安室，放好了告诉TA。',
  ],
} as const;
