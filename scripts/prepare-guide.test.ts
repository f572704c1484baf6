import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { guideSource } from './prepare-guide';

const root = join(__dirname, '..');

test('the guide package holds what the campaign says today', () => {
  const held = readFileSync(join(root, 'miniprogram/packages/guide/data/guide-data.ts'), 'utf8');
  expect(held === guideSource(join(root, 'campaigns/fever'))).toBe(true);
});
