import { describe, expect, test } from '@jest/globals';
import { columnChart, topOf } from './column-chart';

describe('the scale of a chart', () => {
  test.each([
    [[null, null], 2],
    [[0, 1], 2],
    [[3], 4],
    [[10, 12], 12],
    [[13, null], 14],
    [[99], 100],
    [[101], 120],
    [[420, 105], 420],
    [[4_321], 4_400],
  ])('%j ends at %d, and its middle is a whole number', (counts, top) => {
    expect(topOf(counts)).toBe(top);
    expect(top % 2).toBe(0);
  });
});

test('a number that must not be shown has no column', () => {
  const colours = { need: '#000001', spare: '#000002', words: '#000003', line: '#000004', ground: '#000005' };
  const counts = {
    labels: ['13', '14'],
    series: [
      { name: '求药', colour: 'need' as const, data: [20, null] },
      { name: '分享', colour: 'spare' as const, data: [null, 12] },
    ],
  };
  const size = { width: 600, height: 300, pixelRatio: 2 };
  const chart = columnChart(counts, size, colours, 1);
  expect(chart).toMatchObject({
    ...size,
    categories: ['13', '14'],
    series: [{ data: [20, null] }, { data: [null, 12] }],
    color: ['#000001', '#000002'],
  });
});
