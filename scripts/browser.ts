import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Names under which distributions install Chromium or a browser built from it. */
const programNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
];
const macApplications = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * Path of the browser for the journeys: CHROMIUM_PATH if set, otherwise an installed one. Throws a sentence when
 * CHROMIUM_PATH is not a program.
 */
export function findBrowser(
  environment: Record<string, string | undefined> = process.env,
): string | undefined {
  const chosen = environment.CHROMIUM_PATH;
  if (chosen) {
    if (isProgram(chosen)) return chosen;
    throw new Error(`CHROMIUM_PATH is ${chosen}, which is not a program: correct it, or unset it`);
  }
  const folders = (environment.PATH ?? '').split(delimiter);
  const candidates = [
    ...programNames.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...macApplications,
    ...playwrightBrowsers(),
  ];
  return candidates.find(isProgram);
}

/** Whether Chinese text can be drawn. Only Linux may come without such a font. */
export function hasChineseFont(): boolean {
  if (process.platform !== 'linux') return true;
  try {
    return execFileSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' }).trim() !== '';
  } catch {
    return ['/usr/share/fonts/opentype/noto', '/usr/share/fonts/noto-cjk'].some(
      (folder) => existsSync(folder) && readdirSync(folder).some((file) => file.includes('CJK')),
    );
  }
}

function playwrightBrowsers(): string[] {
  const cache = join(homedir(), '.cache/ms-playwright');
  if (!existsSync(cache)) return [];
  return readdirSync(cache)
    .filter((name) => name.startsWith('chromium-'))
    .map((name) => join(cache, name, 'chrome-linux/chrome'));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
