import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contrast } from '../../scripts/campaigns/contrast';

const source = readFileSync(join(__dirname, 'tokens.wxss'), 'utf8');
const [light = '', dark = ''] = source.split('@media (prefers-color-scheme: dark)');

/** Colours by their token's name, as `#rrggbb`. */
function colours(css: string): Map<string, string> {
  return new Map(
    [...css.matchAll(/(--[a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]),
  );
}
const themes = { light: colours(light), dark: colours(dark) };

/** Words in the first colour are drawn on each of the others. */
const pairs: [string, string[]][] = [
  ['--ink', ['--card', '--ground', '--field', '--danger-soft', '--need-soft', '--spare-soft']],
  ['--ink-soft', ['--card', '--ground', '--field', '--danger-soft']],
  ['--ink-faint', ['--card', '--ground', '--field']],
  ['--need', ['--card', '--ground', '--field', '--need-soft']],
  ['--spare', ['--card', '--ground', '--field', '--spare-soft']],
  ['--danger', ['--card', '--ground', '--field', '--danger-soft']],
  ['--notice', ['--notice-soft']],
  ['--disabled', ['--disabled-fill']],
  [
    '--on-fill',
    ['--need-fill', '--need-fill-pressed', '--spare-fill', '--spare-fill-pressed', '--danger-fill'],
  ],
];

describe.each(Object.entries(themes))('in the %s', (_, theme) => {
  test.each(pairs.flatMap(([words, grounds]) => grounds.map((ground) => [words, ground])))(
    '%s on %s has a contrast of 4.5 : 1',
    (words = '', ground = '') => {
      expect(contrast(theme.get(words) ?? '', theme.get(ground) ?? '')).toBeGreaterThanOrEqual(4.5);
    },
  );
});

test('both themes name the same colours', () => {
  expect([...themes.dark.keys()]).toEqual([...themes.light.keys()]);
});
