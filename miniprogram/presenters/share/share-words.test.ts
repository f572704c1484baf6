import { expect, test } from '@jest/globals';
import { boardsCard, postShareWords } from './share-words';

const ibuprofen = { name: '布洛芬', quantity: 4, unit: '粒' };
const region = { label: '湖南省长沙市岳麓区' };

test("a spare's card gives place, items, and how many are left", () => {
  expect(postShareWords({ board: 'spare', items: [ibuprofen], portions: { left: 3 }, region })).toEqual({
    board: 'spare',
    title: '长沙市岳麓区有人送：布洛芬（还有 3 份，免费）',
    headline: '免费送',
    lines: ['布洛芬', '还有 3 份', '长沙市岳麓区'],
  });
});

test("a need's card gives place and items", () => {
  const items = [ibuprofen, { name: '抗原', quantity: 2, unit: '支' }];
  expect(postShareWords({ board: 'need', items, portions: null, region })).toMatchObject({
    title: '长沙市岳麓区有人急需：布洛芬、抗原',
    lines: ['布洛芬、抗原', '长沙市岳麓区'],
  });
});

test('a city that is a region of its own keeps its name', () => {
  const shared = { board: 'need' as const, items: [ibuprofen], portions: null };
  expect(postShareWords({ ...shared, region: { label: '北京市朝阳区' } }).title).toBe(
    '北京市朝阳区有人急需：布洛芬',
  );
  expect(postShareWords({ ...shared, region: { label: '香港特别行政区' } }).title).toBe(
    '香港特别行政区有人急需：布洛芬',
  );
});

test('the card of a board names the district and nothing of the chosen spot', () => {
  expect(boardsCard('spare', '430104')).toEqual({
    title: '看看岳麓区谁有药、谁缺药',
    path: '/pages/arrive/arrive?at=430104&board=spare',
  });
  expect(boardsCard('need', undefined)).toEqual({
    title: '缺药的找邻居，有多的分一点',
    path: '/pages/home/home',
  });
});
