import { readFileSync } from 'node:fs';
import { join } from 'node:path';

test('the chart library that the mini-program carries is the pinned package, unchanged', () => {
  const read = (file: string): string => readFileSync(join(__dirname, '../..', file), 'utf8');
  expect(read('miniprogram/packages/achieved/vendor/u-charts.js')).toBe(
    read('node_modules/@qiun/ucharts/u-charts.min.js'),
  );
});
