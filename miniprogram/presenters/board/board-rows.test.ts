import { describe, expect, test } from '@jest/globals';
import { aPost } from '../../../cloudfunctions/shared/testing/a-post';
import type { FoundPost } from '../../model/board-page';
import { boardRows } from './board-rows';

const found = (distanceBand: number, reach: FoundPost['reach'] = 'city'): FoundPost => ({
  ...aPost(),
  distanceBand,
  contactsLeft: null,
  reach,
});
const page = (...posts: FoundPost[]): Parameters<typeof boardRows>[0] => ({
  posts,
  nextCursor: null,
  nowMs: 0,
});
const headings = (rows: ReturnType<typeof boardRows>): (string | null)[] => rows.map((row) => row.heading);

describe('rows of a board', () => {
  test('each distance band has one heading', () => {
    const rows = boardRows(page(found(0), found(0), found(2), found(7)), 'distance', [], undefined);
    expect(headings(rows)).toEqual(['1 公里内', null, '5 公里内', '100 公里以外']);
  });

  test('a band that continues on the next page gets no second heading', () => {
    expect(headings(boardRows(page(found(2), found(3)), 'distance', [], found(2)))).toEqual([
      null,
      '10 公里内',
    ]);
  });

  test('by time, the headings name the region that the search reached', () => {
    const rows = boardRows(page(found(3), found(1), found(6, 'province')), 'time', [], undefined);
    expect(headings(rows)).toEqual(['本市', null, '本省其他地方']);
  });

  test('far away, what can be mailed comes first in its band, and near by the order stays', () => {
    const mailed = (band: number): FoundPost => ({ ...found(band), handOver: ['mail'] });
    const posts = [found(3), mailed(3), found(7), mailed(7), found(7)];
    const rows = boardRows(page(...posts), 'distance', [], undefined);
    expect(rows.map(({ id }) => id)).toEqual([0, 1, 3, 2, 4].map((index) => posts[index]?.id));
    expect(headings(rows)).toEqual(['10 公里内', null, '100 公里以外', null, null]);
  });

  test.each([
    ['spare' as const, '可能没有了：发布人还没回答“还有吗”'],
    ['need' as const, '可能不需要了：发布人还没回答“还需要吗”'],
  ])(
    'a near %s that rests has a heading of its own, between what is there and what is far',
    (board, heading) => {
      const here = (band: number): FoundPost => ({ ...found(band), board });
      const resting = (band: number): FoundPost => ({ ...here(band), isResting: true });
      const posts = page(here(2), resting(0), resting(3), here(7), resting(7));
      expect(headings(boardRows(posts, 'distance', [], undefined))).toEqual([
        '5 公里内',
        heading,
        null,
        '100 公里以外',
        null,
      ]);
      expect(headings(boardRows(posts, 'time', [], undefined))).toEqual(['本市', null, null, null, null]);
    },
  );

  test('each row says how far it is from the searched place, and its province where it is another one', () => {
    const beijing = { point: [116.4, 39.9] as [number, number], adcode: '110101' };
    const post = found(7);
    const [row] = boardRows(page(post), 'distance', [], undefined, beijing);
    expect(row?.distanceText).toMatch(/^约 1,\d\d0 公里$/);
    expect(row?.card.distanceText).toBe(row?.distanceText);
    expect(row?.card.regionText).toBe(post.region.label);
  });

  test('a page without posts has no rows', () => {
    expect(boardRows(page(), 'distance', [], undefined)).toEqual([]);
  });
});
