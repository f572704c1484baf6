import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeAddress, judgePlace } from './rate';
import type { LabelledAddress, TypedPlace } from './rate';

const lines = <Line>(name: string): Line[] =>
  readFileSync(join(__dirname, `../../tests/data/${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

test.each([
  ['places that people type', lines<TypedPlace>('places-first-half').map(judgePlace)],
  ['public addresses', lines<LabelledAddress>('addresses-first-half').map(judgeAddress)],
])('97 of 100 %s lead to their region, and none to another province', (_what, judged) => {
  const wrong = judged.filter(({ verdict }) => verdict !== 'right');
  expect([wrong.length <= 0.03 * judged.length, wrong]).toEqual([true, expect.anything()]);
  expect(wrong.filter(({ verdict }) => verdict === 'another province')).toEqual([]);
});

test.each([
  ['江苏省鼓楼区', '320106', 'region above'],
  ['朝阳区', '110105', 'none'],
  ['长沙市岳麓区', '430103', 'same province'],
  ['长沙市岳麓区', '110105', 'another province'],
])('%s for %s is judged %s', (address, adcode, verdict) => {
  expect(judgeAddress({ address, adcode }).verdict).toBe(verdict);
});

test('a region offered after another of the same name is not the first answer', () => {
  expect(judgePlace({ query: '西湖区', adcode: '360103' }).verdict).toBe('together');
});
