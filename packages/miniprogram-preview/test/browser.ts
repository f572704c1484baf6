import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContextOptions, type Locator, type Page } from 'playwright-core';

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** One phone, as the preview draws it. */
export const phoneViewport = { width: 390, height: 780 };

/** Starts Chromium: `CHROMIUM_PATH`, or the system's own. Without one it throws a sentence that says what to do. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) {
    throw new Error(`no browser at ${executablePath}: install Chromium or set CHROMIUM_PATH to one`);
  }
  return chromium.launch({ executablePath, args: flags });
}

/** A page with its own storage, and its console's lines. */
export interface Phone {
  page: Page;
  /** `[type] text` of every console message and `[pageerror] …` of every uncaught error. */
  console: string[];
  close(): Promise<void>;
}

/** Opens an address on a new phone, which shares no storage with others. */
export async function openPhone(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Phone> {
  const context = await browser.newContext({ viewport: phoneViewport, deviceScaleFactor: 2, ...options });
  const page = await context.newPage();
  const lines: string[] = [];
  page.on('console', (message) => lines.push(`[${message.type()}] ${message.text()}`));
  page.on('pageerror', (error) => lines.push(`[pageerror] ${error.stack ?? error.message}`));
  page.setDefaultTimeout(10_000);
  await page.goto(url);
  return { page, console: lines, close: () => context.close() };
}

/** The computed value of a style property, e.g. `font-size`. */
export function computedStyle(locator: Locator, property: string): Promise<string> {
  return locator.evaluate((element, name) => {
    const { getComputedStyle } = globalThis as typeof globalThis & {
      getComputedStyle(of: unknown): { getPropertyValue(name: string): string };
    };
    return getComputedStyle(element).getPropertyValue(name);
  }, property);
}
