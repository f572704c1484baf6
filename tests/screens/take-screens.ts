/**
 * `npm run screens`: every page at the normal and the largest font, 320 and 390 px wide, light and dark, in Chinese or English.
 * `--help` says how.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { startTown, type Town } from '../journeys/town';
import { contentShown } from './content-shown';
import { measure, type Finding } from './measure';
import type { ScreenState } from './open-page';
import { screenStates } from './screen-states';

const help = `Takes a picture of every page in every form into a folder, and measures them: text that is clipped or leaves the
screen, targets under 44 px, and boards without a whole post. Ends with an error when anything was found.

  npm run screens -- --only boards --out dist/screens

  --only TEXT   states whose name contains it
  --out DIR     the folder (dist/screens)
  --english     in English; prints the Chinese that is left, too
`;

const sizes = [
  { width: 390, height: 780 },
  { width: 320, height: 568 },
];
/** Normal, and the largest of WeChat's settings. */
const fonts = { normal: 1, largest: 1.8 };

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: '' },
      out: { type: 'string', default: 'dist/screens' },
      english: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return void process.stdout.write(help);
  const out = resolve(values.out);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const started = await startTown(3000);
  const town = values.english ? inEnglish(started) : started;
  let found = 0;
  try {
    for (const state of screenStates)
      if (state.name.includes(values.only)) found += await takeState(town, state, out, values.english);
  } finally {
    await town.close();
  }
  process.stdout.write(`${found === 0 ? 'nothing found' : `${found} findings`}; pictures in ${out}\n`);
  if (found > 0) process.exitCode = 1;
}

/** The same town, whose phones read English. */
const inEnglish = (town: Town): Town => ({
  ...town,
  phone: (openid, page, fontScale) => town.phone(openid, page, fontScale, 'en'),
});

/** Texts of the shown page with Chinese in them: what people wrote, names of places, or a sentence without a translation. */
const chineseOn = (page: Page): Promise<string[]> =>
  page.evaluate(`[...new Set([...document.querySelectorAll('#pages > :last-child *')]
    .flatMap((node) => [...node.childNodes].filter((child) => child.nodeType === 3).map((child) => child.textContent.trim()))
    .filter((text) => /[\\u4e00-\\u9fff]/.test(text)))]`);

/** One state in all its forms. Answers how many findings it printed. */
async function takeState(town: Town, state: ScreenState, out: string, english: boolean): Promise<number> {
  let found = 0;
  for (const [font, scale] of Object.entries(fonts)) {
    const phone = await state.open(town, scale);
    await contentShown(phone.page);
    if (english && scale === 1)
      for (const text of await chineseOn(phone.page))
        process.stdout.write(`${state.name} in Chinese: ${text}\n`);
    for (const size of sizes) {
      await phone.page.setViewportSize(size);
      await scrollToTop(phone.page);
      const findings = await measure(phone.page, state.needsWholePost ?? false);
      for (const line of lines(findings))
        process.stdout.write(`${state.name} ${font} ${size.width}: ${line}\n`);
      found += findings.length;
      for (const colorScheme of ['light', 'dark'] as const) {
        await phone.page.emulateMedia({ colorScheme });
        const path = join(out, `${state.name}-${font}-${size.width}-${colorScheme}.png`);
        await phone.page.screenshot({ path, animations: 'disabled' });
      }
    }
    await phone.close();
  }
  return found;
}

async function scrollToTop(page: Page): Promise<void> {
  await page.evaluate('document.querySelectorAll("wx-page, #pages > *").forEach((e) => e.scrollTo(0, 0))');
}

const lines = (findings: Finding[]): string[] => findings.map(({ kind, text }) => `${kind} ${text}`);

void main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
