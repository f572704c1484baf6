import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackageCase } from './package-case';

/** Runs the program of the package's README as printed there, and a scratch database of the entry for tests. */
export const sqliteDocumentDatabase: PackageCase = {
  packages: ['sqlite-document-database'],
  others: [],
  run(dir, log) {
    const readme = readFileSync(join(dir, 'node_modules/sqlite-document-database/README.md'), 'utf8');
    const program = /```js\n(.*?)```/s.exec(readme)?.[1];
    const answer = /\/\/ (\[.*\])/.exec(program ?? '')?.[1];
    assert.ok(program && answer, 'the README has a program with the line that it prints');
    const [load = '', ...rest] = program.split('\n');
    assert.equal(
      runOf(dir, 'readme.js', `${load}\n(async () => {\n${rest.join('\n')}\n})();\n`),
      `${answer}\n`,
    );
    log('the program of the README');

    const scratch = `
      const { scratchDatabase } = require('sqlite-document-database/testing');
      (async () => {
        const scratch = await scratchDatabase(['city_1']);
        await scratch.insert([{ _id: 'a', city: 'x' }]);
        console.log((await scratch.find({ city: 'x' })).length);
        await scratch.close();
      })();
    `;
    assert.equal(runOf(dir, 'scratch.js', scratch), '1\n');
    log('a scratch database for tests');
    return Promise.resolve();
  },
};

function runOf(dir: string, name: string, text: string): string {
  writeFileSync(join(dir, name), text);
  return execFileSync(process.execPath, [name], {
    cwd: dir,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}
