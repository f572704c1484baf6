import { describe, expect, test } from '@jest/globals';
import { aPost } from '../../../cloudfunctions/shared/testing/a-post';
import { bundledCampaign } from '../../data/bundled-campaign';
import { farWords, publishText } from './board-words';

const place = {
  kind: 'region' as const,
  name: '措勤县',
  regionLabel: '西藏自治区阿里地区措勤县',
  place: { point: [85.16, 31.02] as [number, number], adcode: '542527' },
};
const nearest = (distanceBand: number) => ({
  ...aPost(),
  distanceBand,
  contactsLeft: null,
  reach: 'country' as const,
});

describe('the words of a board', () => {
  test('the fixed button is what its reader wants, with what was looked for', () => {
    expect(publishText('spare', [], bundledCampaign)).toBe('没找到？发布求助');
    expect(publishText('spare', ['ibuprofen'], bundledCampaign)).toBe('没找到？发布求助（布洛芬）');
    expect(publishText('spare', ['ibuprofen', 'ors'], bundledCampaign)).toBe('没找到？发布求助（布洛芬等）');
    expect(publishText('need', ['ibuprofen'], bundledCampaign)).toBe('我有，帮帮 TA 们（布洛芬）');
  });

  test('nothing is said about what is near, and nothing about an empty list', () => {
    expect(farWords('spare', nearest(5), place)).toBe('');
    expect(farWords('spare', undefined, place)).toBe('');
  });

  test('what is far is said with its true distance, its province and the next steps', () => {
    const words = farWords('spare', nearest(7), place);
    expect(words).toMatch(/^100 公里内没有。最近的约 2,\d\d0 公里，在湖南省长沙市岳麓区。可邮寄的排在前面。/);
    expect(words).toContain('发布求助');
    expect(farWords('need', nearest(7), place)).not.toContain('发布求助');
  });
});
