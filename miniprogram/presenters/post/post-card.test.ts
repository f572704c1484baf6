import { describe, expect, test } from '@jest/globals';
import { aPost } from '../../../cloudfunctions/shared/testing/a-post';
import { portionsText, postCard, shortRegion } from './post-card';

const now = 1_670_000_000_000;
const groups = [
  { code: 'infant' as const, name: '婴儿' },
  { code: 'elderly' as const, name: '老人' },
];
const need = aPost({
  items: [
    { code: 'ibuprofen', name: '布洛芬', quantity: 4, unit: '粒' },
    { code: 'antigen', name: '抗原', quantity: 2, unit: '支' },
  ],
  groups: ['elderly', 'infant'],
  publishedAtMs: now - 180_000,
});

describe('a post in a list', () => {
  test('says what, for whom, where and when', () => {
    expect(postCard(need, groups, now)).toMatchObject({
      items: ['布洛芬 4粒', '抗原 2支'],
      portionsText: '',
      mayBeGone: false,
      tags: [
        { code: 'infant', name: '婴儿' },
        { code: 'elderly', name: '老人' },
      ],
      regionText: '长沙市岳麓区',
      timeText: '3 分钟前',
      label: '求助，布洛芬 4粒，抗原 2支，婴儿，老人，长沙市岳麓区，3 分钟前',
    });
  });

  test.each([
    [{ total: 5, left: 3 }, '还有 3 份'],
    [{ total: 5, left: 0 }, '已经送完'],
  ])('a spare with %j says %s', (portions, text) => {
    expect(postCard({ ...need, board: 'spare', portions }, groups, now).portionsText).toBe(text);
  });

  test.each([
    [2, '还能联系 2 位'],
    [0, '联系的人满了'],
    [null, ''],
  ])('a spare with %j contacts left says %s', (contactsLeft, text) => {
    const spare = aPost({ board: 'spare', portions: { total: 5, left: 3 } });
    expect(postCard({ ...spare, contactsLeft }, groups, now).placesText).toBe(text);
  });

  test('a spare says when it was last confirmed, and that it may be gone while its owner does not answer', () => {
    const spare = aPost({ board: 'spare', portions: { total: 5, left: 3 }, confirmedAtMs: now - 7_200_000 });
    expect(postCard({ ...spare, contactsLeft: 2 }, groups, now)).toMatchObject({
      portionsText: '还有 3 份',
      placesText: '还能联系 2 位',
      timeText: '2 小时前确认还有',
    });
    const resting = { ...spare, isResting: true, contactsLeft: 2 };
    expect(postCard(resting, groups, now)).toMatchObject({
      portionsText: '可能没有了',
      mayBeGone: true,
      placesText: '',
    });
    expect(postCard({ ...resting, contactsLeft: 0 }, groups, now).placesText).toBe('联系的人满了');
    expect(portionsText({ ...resting, mine: true })).toBe('还有 3 份');
  });

  test.each([
    ['湖南省长沙市岳麓区', '长沙市岳麓区'],
    ['北京市海淀区', '北京市海淀区'],
    ['内蒙古自治区呼和浩特市新城区', '呼和浩特市新城区'],
    ['新疆维吾尔自治区乌鲁木齐市天山区', '乌鲁木齐市天山区'],
    ['湖南省', '湖南省'],
  ])('the region %s is shown as %s', (label, text) => {
    expect(shortRegion(label)).toBe(text);
  });
});
