import type { TrialItem } from '../../shared/contract/operator-calls';
import { worded } from '@facts/words/worded';

type Answer = 'publish' | 'refuse' | 'ask-to-correct';

/** The five items of the trial with their right answers. Each shows a doubt that volunteers often meet. */
const items: readonly (TrialItem & { right: Answer })[] = [
  { id: 1, board: 'need', note: worded('{trial1}'), right: 'publish' },
  { id: 2, board: 'spare', note: '内部渠道货，量大从优，先付定金', right: 'refuse' },
  { id: 3, board: 'spare', note: '免费送邻居，请勿转卖，谁要钱都别给', right: 'publish' },
  { id: 4, board: 'need', note: worded('{trial4}'), right: 'ask-to-correct' },
  { id: 5, board: 'spare', note: worded('{trial5}'), right: 'refuse' },
];

/** This many of the five must be right. */
export const rightToPass = 4;

export const trialItems = (): TrialItem[] => items.map(({ id, board, note }) => ({ id, board, note }));

export const countRight = (answers: readonly { id: number; decision: Answer }[]): number =>
  items.filter(({ id, right }) => answers.some((each) => each.id === id && each.decision === right)).length;
