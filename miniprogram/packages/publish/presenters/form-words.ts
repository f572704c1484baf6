import type { DraftBoard } from '../../../model/draft';
import { translated } from '../../../facts/words/say';

/** The words in which the two forms differ. */
export interface FormWords {
  addItem: string;
  publish: string;
  barred: string;
  /** Sentences to start a note from, for users who find no words. */
  examples: readonly string[];
}

/** Examples stay Chinese, because the neighbours who read the note are. */
export const inLanguage = ({ addItem, publish, barred, examples }: FormWords): FormWords => ({
  addItem: translated(addItem),
  publish: translated(publish),
  barred: translated(barred),
  examples,
});

export const formWords: Record<DraftBoard, FormWords> = {
  need: {
    addItem: '添加需要的药',
    publish: '发布求助',
    barred: '发布求助要实名一次，不让药贩子混进来。可以先填好，点发布时再实名，不用再填一遍。',
    examples: [
      '老人发烧了，家里没有退烧药。',
      '孩子高烧，急需。',
      '全家都病倒了，出不了门。',
      '跑了几家药店都没买到。',
      '我可以自己来取。',
    ],
  },
  spare: {
    addItem: '添加能送的药',
    publish: '发布，分给别人',
    barred: '发布要实名一次，让收药的人放心。可以先填好，点发布时再实名，不用再填一遍。',
    examples: ['放在小区门口，自己来取。', '可以放驿站。', '优先给老人和孩子。', '白天联系方便。'],
  },
};
