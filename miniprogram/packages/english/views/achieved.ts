import type { Words } from '../../../model/language';

export const achievedViews: Words['views'] = {
  'packages/achieved/pages/achieved/achieved': {
    title: 'Results',
    看全国: 'See all China',
    哪些最缺: 'What is scarce',
    '{asked}': '{asked}',
    分享: 'Shared',
    各地: 'By region',
    '{asked} {0}': 'Asked for {0}',
    '分享 {0}': 'Shared {0}',
    '为了不让人认出是谁，不到 10 人的数字不显示，也不算进总数。每天零点以后加上前一天的。':
      'So that no person can be recognised, numbers under 10 people are neither shown nor added up. Each day is added after midnight.',
  },
};
