/**
 * Draws the tab bar's icons, 81 px PNGs, from TDesign's icon font (MIT) into miniprogram/images/, and the selected ones
 * of each campaign with colours of its own into campaigns/NAME/images/.
 *
 *   npx tsx scripts/draw-tab-icons.ts     (CHROMIUM_PATH names the browser, default /usr/bin/chromium)
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { campaignNames } from '../local/start/chosen-campaign';
import { themes } from './campaigns/colours';
import { readCampaign } from './campaigns/read-campaign';

const root = join(__dirname, '..');
const size = 81;
const theme = JSON.parse(readFileSync(join(root, 'miniprogram/theme.json'), 'utf8')) as Record<
  (typeof themes)[number],
  { tab: string; tabSelected: string }
>;
/** Our name of a tab, and the names of its icons, plain and selected. */
const tabs = {
  home: ['home', 'home-filled'],
  boards: ['layers', 'layers-filled'],
  mine: ['user', 'user-filled'],
} as const;

async function main(): Promise<void> {
  const style = readFileSync(
    join(root, 'node_modules/tdesign-miniprogram/miniprogram_dist/icon/icon.wxss'),
    'utf8',
  );
  const font = readFileSync(
    join(root, 'packages/miniprogram-preview/src/assets/tdesign-icons.woff'),
  ).toString('base64');
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    for (const { folder, suffix, colour, isSelected } of drawings())
      for (const [tab, glyphs] of Object.entries(tabs)) {
        await page.setContent(drawing(font, glyphOf(style, glyphs[isSelected ? 1 : 0]), colour));
        await page.evaluate('document.fonts.load("60px t").then(() => document.fonts.ready)');
        const image = await page.screenshot({ omitBackground: true });
        mkdirSync(join(root, folder), { recursive: true });
        writeFileSync(join(root, folder, `tab-${tab}${suffix}.png`), image);
      }
  } finally {
    await browser.close();
  }
}

interface Drawing {
  folder: string;
  suffix: string;
  colour: string;
  isSelected: boolean;
}

function drawings(): Drawing[] {
  const own = themes.flatMap((name): Drawing[] => {
    const { tab, tabSelected } = theme[name];
    const end = name === 'dark' ? '-dark' : '';
    const folder = 'miniprogram/images';
    return [
      { folder, suffix: end, colour: tab, isSelected: false },
      { folder, suffix: `-selected${end}`, colour: tabSelected, isSelected: true },
    ];
  });
  const campaigns = campaignNames(root).flatMap((name) =>
    themes.flatMap((of): Drawing[] => {
      const { colours } = readCampaign(root, name);
      const suffix = `-selected${of === 'dark' ? '-dark' : ''}`;
      if (!colours) return [];
      return [
        { folder: `campaigns/${name}/images`, suffix, colour: colours.need[of].word, isSelected: true },
      ];
    }),
  );
  return [...own, ...campaigns];
}

function glyphOf(style: string, name: string): string {
  const code = new RegExp(`\\.t-icon-${name}:before\\{content:["']\\\\([0-9a-fA-F]+)`).exec(style)?.[1];
  if (code === undefined) throw new Error(`the icon font has no glyph ${name}`);
  return `&#x${code};`;
}

function drawing(font: string, glyph: string, colour: string): string {
  return `<style>
    @font-face { font-family: t; src: url(data:font/woff;base64,${font}) }
    body { margin: 0; font: 60px/${size}px t; text-align: center; color: ${colour} }
  </style>${glyph}`;
}

void main();
