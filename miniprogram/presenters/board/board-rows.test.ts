import { describe, expect, test } from '@jest/globals';
import { aPost } from '../../../cloudfunctions/shared/testing/a-post';
import type { FoundPost } from '../../model/board-page';
import { boardRows } from './board-rows';

const found = (distanceBand: number, reach: FoundPost['reach'] = 'city'): FoundPost => ({
  ...aPost(),
  distanceBand,
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

  test('a band that goes on over the page break is not headed again', () => {
    expect(headings(boardRows(page(found(2), found(3)), 'distance', [], found(2)))).toEqual([
      null,
      '10 公里内',
    ]);
  });

  test('sorted by time, the headings say how far the search reached', () => {
    const rows = boardRows(page(found(3), found(1), found(6, 'province')), 'time', [], undefined);
    expect(headings(rows)).toEqual(['本市', null, '本省其他地方']);
  });

  test('a page without posts has no rows', () => {
    expect(boardRows(page(), 'distance', [], undefined)).toEqual([]);
  });
});
