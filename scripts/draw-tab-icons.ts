/**
 * Draws the tab bar's icons, 81 px PNGs, from TDesign's icon font (MIT) into miniprogram/images/.
 *
 *   npx tsx scripts/draw-tab-icons.ts     (CHROMIUM_PATH names the browser, default /usr/bin/chromium)
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const root = join(__dirname, '..');
const size = 81;
const colours = { '': '#5c6270', '-selected': '#b93a0b' };
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
    for (const [tab, glyphs] of Object.entries(tabs)) {
      for (const [index, [suffix, colour]] of Object.entries(colours).entries()) {
        await page.setContent(drawing(font, glyphOf(style, glyphs[index] ?? glyphs[0]), colour));
        await page.evaluate('document.fonts.load("60px t").then(() => document.fonts.ready)');
        const image = await page.screenshot({ omitBackground: true });
        writeFileSync(join(root, `miniprogram/images/tab-${tab}${suffix}.png`), image);
      }
    }
  } finally {
    await browser.close();
  }
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
