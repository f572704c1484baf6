import type { Sentences } from '../../facts/words/say';
import type { Words } from '../../model/language';
import { achievedSentences } from './said/achieved';
import { campaignSentences } from './said/campaign';
import { campaignWords } from './said/campaign-words';
import { failureSentences } from './said/failures';
import { guideSentences } from './said/guide';
import { helpSentences } from './said/help';
import { myDataSentences } from './said/my-data';
import { screenSentences } from './said/screens';
import { achievedViews } from './views/achieved';
import { guideViews } from './views/guide';
import { helpViews } from './views/help';
import { mainViews } from './views/main';
import { publishViews } from './views/publish';
import { trustViews } from './views/trust';

/** Chinese is 0, English 1. */
const worded = (sentence: string, language: 0 | 1): string =>
  sentence.replace(/\{([a-z]\w*)\}/gi, (whole, name: string) => campaignWords[name]?.[language] ?? whole);

/** Sentences with the campaign's words in them. */
const inWords = (sentences: Sentences): Sentences =>
  Object.fromEntries(
    Object.entries(sentences).map(([chinese, english]) => [worded(chinese, 0), worded(english, 1)]),
  );

const views = { ...mainViews, ...publishViews, ...trustViews, ...guideViews, ...helpViews, ...achievedViews };

/** English, for foreigners who live in China. A sentence that is missing here is shown in Chinese. */
export const words: Words = {
  said: {
    ...Object.fromEntries(Object.values(campaignWords).filter(([, english]) => english !== '')),
    ...inWords({
      ...myDataSentences,
      ...screenSentences,
      ...failureSentences,
      ...guideSentences,
      ...helpSentences,
      ...achievedSentences,
      ...campaignSentences,
    }),
  },
  views: Object.fromEntries(Object.entries(views).map(([path, said]) => [path, inWords(said)])),
};
