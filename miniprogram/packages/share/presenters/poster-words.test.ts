import { expect, test } from '@jest/globals';
import { placeLinkText, placePoster, postPoster } from './poster-words';

const compound: Parameters<typeof placePoster>[0] = {
  id: 'a'.repeat(16),
  kind: 'compound',
  name: '湘江一号',
  regionLabel: '湖南省长沙市岳麓区',
  place: { point: [112.9, 28.2], adcode: '430104' },
};

test("a place's poster explains scanning and names its place, as the words before its link do", () => {
  expect(placeLinkText(compound)).toBe('湘江一号附近谁有药、谁缺药');
  expect(placePoster(compound)).toEqual({
    headline: ['扫一扫', '看附近谁有药'],
    lead: '缺药的发个求助，有多的分一点',
    where: '湘江一号 · 湖南省长沙市岳麓区',
  });
});

test("a post's poster names the offered items and how many portions are left", () => {
  const post = {
    board: 'spare',
    items: [{ name: '布洛芬', quantity: 4, unit: '粒' }],
    portions: { total: 3, left: 2 },
    region: { label: '湖南省长沙市岳麓区' },
  };
  expect(postPoster(post as Parameters<typeof postPoster>[0])).toMatchObject({
    headline: ['免费送', '布洛芬'],
    lead: '还有 2 份 · 长沙市岳麓区',
  });
});
