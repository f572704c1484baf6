import type { Sentences } from '../../../facts/words/say';

/** What was achieved together, and how the service runs. */
export const achievedSentences: Sentences = {
  大家做到的: 'What we achieved',
  运行情况: 'How it runs',
  '每小时的数，告警，号码': 'Hourly figures, alarms, numbers',
  全国: 'All China',
  '{0} 到 {1}': '{0} to {1}',
  '不到 10 人': 'under 10 people',
  分享: 'Shared',
  一半的人多久有人联系: 'Half were contacted within',
  '求 {0} · 有 {1}': 'asked {0} · shared {1}',
  '{0}：求 {1}，有 {2}': '{0}: asked {1}, shared {2}',
  够分: 'enough for all',
  '平均 {0} 人等 1 份': '{0} people for each portion',
};
