import { describe, expect, test } from '@jest/globals';
import { distanceText, measuredFrom } from './distance-words';

const changsha = [112.9388, 28.2282] as const;
const north = (degrees: number) => [changsha[0], changsha[1] + degrees] as const;

describe('how far a post is', () => {
  test.each([
    [0, '1 公里内'],
    [0.0089, '1 公里内'],
    [0.0092, '约 1 公里'],
    [0.027, '约 3 公里'],
    [0.8, '约 89 公里'],
    [1.1, '约 120 公里'],
    [9.01, '约 1,000 公里'],
  ])('%d degrees away is %s', (degrees, text) => {
    expect(distanceText(changsha, north(degrees))).toBe(text);
  });

  test('it says from where', () => {
    expect(measuredFrom({ kind: 'region', name: '岳麓区' })).toBe('距离从岳麓区中心算');
    expect(measuredFrom({ kind: 'point', name: '爸妈家' })).toBe('距离从爸妈家算');
  });
});
