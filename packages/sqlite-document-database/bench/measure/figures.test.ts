import { megabytes, milliseconds, perSecond, seconds, times } from './figures';

test.each([
  [milliseconds(0.2104), '0.210 ms'],
  [milliseconds(3.449), '3.45 ms'],
  [milliseconds(120.4), '120 ms'],
  [milliseconds(NaN), '–'],
  [times(0.583), '0.58×'],
  [times(9.94), '9.9×'],
  [times(13.4), '13×'],
  [times(NaN), '–'],
  [seconds(30_240), '30.2 s'],
  [perSecond(260_000, 13_000), '20,000 /s'],
  [megabytes(336 * 2 ** 20), '336 MB'],
])('a figure is written %s', (written, expected) => {
  expect(written).toBe(expected);
});
