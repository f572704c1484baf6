import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CampaignWords } from '../../cloudfunctions/shared/contract/campaign-words';

/** Configuration files whose sentences are the campaign's: WeChat shows them before a script runs. */
const titles = {
  'miniprogram/app.json': 'title',
  'miniprogram/pages/home/home.json': 'title',
  'miniprogram/pages/arrive/arrive.json': 'title',
  'miniprogram/packages/advice/pages/advice/advice.json': 'guideTitle',
  'miniprogram/packages/find/pages/find/find.json': 'findTitle',
  'miniprogram/packages/publish/pages/publish-need/publish-need.json': 'need',
  'miniprogram/packages/publish/pages/publish-spare/publish-spare.json': 'spare',
} as const satisfies Record<string, keyof CampaignWords>;

/** These files with the campaign's sentences: content by path in the repository. */
export const carriedTitles = (root: string, words: CampaignWords): Record<string, string> =>
  Object.fromEntries(
    Object.entries(titles).map(([path, name]) => [
      path,
      readFileSync(join(root, path), 'utf8')
        .replace(
          /("navigationBarTitleText": )".*?"/,
          (_, key: string) => key + JSON.stringify(words[name][0]),
        )
        .replace(
          /("scope.userFuzzyLocation": \{ "desc": )".*?"/,
          (_, key: string) => key + JSON.stringify(words.nearHint[0]),
        ),
    ]),
  );
