import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../../miniprogram');

/** The JSON files of pages and components with the components that they use. These are imports that no script shows. */
const uses = execFileSync('git', ['ls-files', '*.json'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((file) => /(^|\/)(pages|components)\//.test(file))
  .flatMap((file) => {
    const { usingComponents = {} } = JSON.parse(readFileSync(join(root, file), 'utf8')) as {
      usingComponents?: Record<string, string>;
    };
    return Object.values(usingComponents).map((used): [string, string] => [file, used]);
  });

test('JSON files use components', () => {
  expect(uses.length).toBeGreaterThan(50);
});

test('a page or component uses TDesign, components of the main package, and those of its own subpackage', () => {
  const strangers = uses.filter(([file, used]) => {
    const subpackage = /^packages\/[^/]+\//.exec(file)?.[0];
    const own = subpackage !== undefined && used.startsWith(`/${subpackage}components/`);
    return !/^(tdesign-miniprogram|\/components)\//.test(used) && !own;
  });
  expect(strangers).toEqual([]);
});
