/**
 * `npm run install-browser`: installs a browser and a Chinese font for the journeys, where they are missing and the
 * user may install them.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser, hasChineseFont } from './browser';
import { explain } from './explain';

const byHand =
  'install Chromium and a Chinese font (Debian, Ubuntu: sudo apt-get install chromium fonts-noto-cjk), or name a browser with CHROMIUM_PATH';

/** Returns the browser's path. Throws a sentence when no browser is found and none can be installed. */
export function ensureBrowser(): string {
  const missing = [
    ...(findBrowser() === undefined ? ['chromium'] : []),
    ...(hasChineseFont() ? [] : ['fonts-noto-cjk']),
  ];
  if (missing.length > 0) install(missing);
  const browser = findBrowser();
  if (browser === undefined) throw new Error(`no browser was found: ${byHand}`);
  if (!hasChineseFont()) throw new Error(`no Chinese font was found: ${byHand}`);
  return browser;
}

function install(packages: string[]): void {
  const mayInstall = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
  if (!mayInstall) throw new Error(`${packages.join(' and ')} missing: ${byHand}`);
  console.error(`installing ${packages.join(', ')}`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const steps = [['update'], ['install', '-y', '--no-install-recommends', ...packages]];
  for (const step of steps) {
    const { status } = spawnSync('apt-get', ['-qq', ...step], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: environment,
    });
    if (status !== 0) throw new Error(`apt-get ${step[0] ?? ''} failed: ${byHand}`);
  }
}

if (require.main === module) {
  explain(`npm run install-browser

Installs Chromium and a Chinese font where they are missing, on Debian and Ubuntu as root, and prints the browser's path. CHROMIUM_PATH
names another browser.
`);
  try {
    console.log(ensureBrowser());
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}
