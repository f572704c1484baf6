import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Campaign } from '../../cloudfunctions/shared/contract/campaign';
import fever from '../../campaigns/fever/campaign.json';
import { rateOf } from './rate';
import type { TypedName } from './rate';

const campaign = Campaign.parse(fever);
const lines = readFileSync(join(__dirname, '../../tests/data/names-first-half.jsonl'), 'utf8')
  .trim()
  .split('\n');

test('97 of 100 typed names lead to the right result', () => {
  const { right, wrong } = rateOf(
    lines.map((line) => JSON.parse(line) as TypedName),
    campaign,
  );
  expect([right / lines.length >= 0.97, wrong]).toEqual([true, expect.anything()]);
});

test.each([
  ['an item that is not the one', { query: '美林', expect: { kind: 'item', names: ['氨溴索'] } }],
  [
    'one item of the two expected',
    { query: '美林', expect: { kind: 'item', names: ['布洛芬', '抗原试剂'] } },
  ],
  ['a refusal about something else', { query: '头孢', expect: { kind: 'refused', about: '激素' } }],
  ['an item that should be refused', { query: '美林', expect: { kind: 'refused', about: '抗生素' } }],
  ['an item that should not be listed', { query: '美林', expect: { kind: 'not-listed' } }],
] as [string, TypedName][])('%s counts as wrong', (_what, line) => {
  expect(rateOf([line], campaign).right).toBe(0);
});
