import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { colouredPicture, colouredTheme, colouredTokens, colourFaults } from './colours';
import { readCampaign } from './read-campaign';

const root = join(__dirname, '../..');
const read = (file: string): string => readFileSync(join(root, 'miniprogram', file), 'utf8');
const flood = readCampaign(root, 'flood').colours;
if (!flood) throw new Error('the flood has colours');

test('a campaign colours both boards in both themes, the tab bar and the shared picture, and nothing else', () => {
  const tokens = read('styles/tokens.wxss');
  const coloured = colouredTokens(tokens, flood);
  const lines = coloured.split('\n');
  const changed = tokens.split('\n').flatMap((line, at) => (line === lines[at] ? [] : [lines[at]?.trim()]));
  expect(changed).toEqual(
    [flood.need.light, flood.spare.light, flood.need.dark, flood.spare.dark].flatMap((shades, at) => {
      const name = at % 2 === 0 ? '--need' : '--spare';
      return [
        `${name}: ${shades.word};`,
        `${name}-soft: ${shades.soft};`,
        `${name}-fill: ${shades.fill};`,
        `${name}-fill-pressed: ${shades.pressed};`,
      ];
    }),
  );
  const theme = JSON.parse(colouredTheme(read('theme.json'), flood)) as Record<
    string,
    { tabSelected: string }
  >;
  expect([theme.light?.tabSelected, theme.dark?.tabSelected]).toEqual([
    flood.need.light.word,
    flood.need.dark.word,
  ]);
  const picture = colouredPicture(read('components/share-picture/share-picture.ts'), flood);
  expect(picture).toContain(`need: '${flood.need.light.fill}', spare: '${flood.spare.light.fill}'`);
});

test('words that are hard to read are refused with the field to change', () => {
  const pale = {
    ...flood,
    spare: { ...flood.spare, light: { ...flood.spare.light, word: '#aaaaaa', fill: '#ffee00' } },
  };
  expect(colourFaults(flood)).toEqual([]);
  expect(colourFaults(pale)).toEqual([
    'spare.light.word: #aaaaaa on #ffffff has a contrast of 2.3, write one of 4.5',
    'spare.light.word: #aaaaaa on #f4f5f7 has a contrast of 2.1, write one of 4.5',
    'spare.light.word: #aaaaaa on #f1f3f5 has a contrast of 2.1, write one of 4.5',
    expect.stringContaining('spare.light.word: #aaaaaa on #fbf1e0'),
    expect.stringContaining('spare.light.fill: #ffee00 on #ffffff'),
  ]);
});
