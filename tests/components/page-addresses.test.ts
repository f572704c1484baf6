import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { modulePackages } from '../../scripts/campaigns/copy-program';

const root = join(__dirname, '../../miniprogram');
const { pages, subPackages } = JSON.parse(readFileSync(join(root, 'app.json'), 'utf8')) as {
  pages: string[];
  subPackages: { root: string; pages: string[] }[];
};
/** Also the pages that another campaign's program has. */
const known = new Set([
  ...pages,
  ...[...subPackages, ...modulePackages].flatMap(({ root: folder, pages: own }) =>
    own.map((page) => `${folder}/${page}`),
  ),
]);

/** Each address of a page that is written in full in a script, up to its query: `[script, address]`. */
const named = execFileSync('git', ['ls-files', '*.ts'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && !file.endsWith('.test.ts'))
  .flatMap((file) =>
    [
      ...readFileSync(join(root, file), 'utf8').matchAll(/['"`]\/((?:packages\/|pages\/)[^'"`?$.]*)['"`?]/g),
    ].map(([, address = '']): [string, string] => [file, address]),
  );

test('scripts contain addresses', () => {
  expect(named.length).toBeGreaterThan(20);
});

test('every address that a script names is a page of the program', () => {
  expect(named.filter(([, address]) => !known.has(address))).toEqual([]);
});

test('every page that the tabs and the preloading name is a page of the program', () => {
  const { tabBar, preloadRule } = JSON.parse(readFileSync(join(root, 'app.json'), 'utf8')) as {
    tabBar: { list: { pagePath: string }[] };
    preloadRule: Record<string, { packages: string[] }>;
  };
  const addresses = [...tabBar.list.map(({ pagePath }) => pagePath), ...Object.keys(preloadRule)];
  expect(addresses.filter((address) => !known.has(address))).toEqual([]);
  const roots = subPackages.map(({ root: folder }) => folder);
  const preloaded = Object.values(preloadRule).flatMap(({ packages }) => packages);
  expect(preloaded.filter((folder) => !roots.includes(folder))).toEqual([]);
});
