import { expect, test } from '@jest/globals';
import { bundledCampaign as campaign } from '../../../data/bundled-campaign';
import { callerWarnings } from './caller-warnings';

const ibuprofen = '布洛芬（胶囊、片）';
const forWhom = (groups: ('pregnant' | 'infant' | 'chronic')[]) => ({ groups, ill: null });

test.each(['pregnant', 'infant', 'chronic'] as const)(
  'a donor of ibuprofen reads why it may not be for the %s person who asks',
  (group) => {
    const lines = callerWarnings({ board: 'spare', summary: ibuprofen, forWhom: forWhom([group]) }, campaign);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.every(({ title }) => title.startsWith('布洛芬，'))).toBe(true);
  },
);

test('each named item is warned of, and the two of one substance', () => {
  const lines = callerWarnings(
    { board: 'spare', summary: `${ibuprofen}、布洛芬混悬液（儿童）`, forWhom: forWhom(['pregnant']) },
    campaign,
  );
  expect([...new Set(lines.map(({ title }) => title.split('，')[0]))]).toEqual([
    '布洛芬和布洛芬混悬液',
    '布洛芬',
    '布洛芬混悬液',
  ]);
});

test('nothing is said where the groups are unknown, or the reader asks for medicine', () => {
  expect(callerWarnings({ board: 'spare', summary: ibuprofen, forWhom: forWhom([]) }, campaign)).toEqual([]);
  const need = { board: 'need' as const, summary: ibuprofen, forWhom: forWhom(['pregnant']) };
  expect(callerWarnings(need, campaign)).toEqual([]);
});
