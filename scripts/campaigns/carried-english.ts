import type { CampaignFolder } from './read-campaign';

/** English of a campaign that brings it in its folder, in the place of what packages/english holds for the usual campaign. */
export const carriedEnglish = ({ english, campaign }: CampaignFolder): Record<string, string> =>
  english === null
    ? {}
    : {
        ...said('campaign', 'campaignSentences', english),
        ...(campaign.modules.includes('doses')
          ? {}
          : { ...said('guide', 'guideSentences', {}), ...guideViews }),
      };

const said = (file: string, name: string, sentences: Readonly<Record<string, string>>) => ({
  [`miniprogram/packages/english/said/${file}.ts`]: `import type { Sentences } from '../../../facts/words/say';

export const ${name}: Sentences = ${JSON.stringify(sentences, null, 1)};
`,
});

/** Pages that the program does not have say nothing. */
const guideViews = {
  'miniprogram/packages/english/views/guide.ts': `import type { Words } from '../../../model/language';

export const guideViews: Words['views'] = {};
`,
};
