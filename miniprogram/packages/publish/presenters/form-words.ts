import type { DraftBoard } from '../../../model/draft';
import { translated } from '../../../facts/words/say';
import { worded } from '../../../facts/words/worded';

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
    addItem: worded('{addNeed}'),
    publish: '发布求助',
    barred: worded('{barredNeed}'),
    examples: [
      worded('{needExample1}'),
      worded('{needExample2}'),
      worded('{needExample3}'),
      worded('{needExample4}'),
      '我可以自己来取。',
    ],
  },
  spare: {
    addItem: worded('{addSpare}'),
    publish: '发布，分给别人',
    barred: worded('{barredSpare}'),
    examples: ['放在小区门口，自己来取。', '可以放驿站。', '优先给老人和孩子。', '白天联系方便。'],
  },
};
