import type { Words } from '../../model/language';
import { achievedSentences } from './said/achieved';
import { campaignSentences } from './said/campaign';
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

/** English, for foreigners who live in China. A sentence that is missing here is shown in Chinese. */
export const words: Words = {
  said: {
    ...myDataSentences,
    ...screenSentences,
    ...failureSentences,
    ...guideSentences,
    ...helpSentences,
    ...achievedSentences,
    ...campaignSentences,
  },
  views: { ...mainViews, ...publishViews, ...trustViews, ...guideViews, ...helpViews, ...achievedViews },
};
