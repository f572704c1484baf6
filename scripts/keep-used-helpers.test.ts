import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { keepUsedHelpers } from './keep-used-helpers';

const shipped = join(__dirname, '../node_modules/tdesign-miniprogram/miniprogram_dist');
const library = 'miniprogram_npm/tslib/index.js';
const whole = readFileSync(join(shipped, library), 'utf8');

let program: string;
beforeEach(() => (program = mkdtempSync(join(tmpdir(), 'helpers-'))));
afterEach(() => rmSync(program, { recursive: true, force: true }));

/** The library in the program's copy, after the program's components were read. */
function kept(components: Record<string, string>): string {
  const copy = join(program, 'node_modules/tdesign-miniprogram/miniprogram_dist');
  for (const [path, text] of Object.entries({ ...components, [library]: whole })) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), text);
  }
  keepUsedHelpers(program);
  return join(copy, library);
}

test('helpers that components import work as before, and the others are gone', async () => {
  const path = kept({
    'button/button.js': 'import{__decorate}from"tslib";',
    'search/search.js': 'import{__awaiter,__decorate}from"tslib";',
  });
  const left = createRequire(path)(path) as Record<string, (...given: unknown[]) => unknown>;
  expect(Object.keys(left)).toEqual(['__awaiter', '__decorate']);
  class Wanted {}
  expect(left.__decorate?.([() => Wanted], Object)).toBe(Wanted);
  const answer = left.__awaiter?.(undefined, undefined, undefined, function* () {
    return ((yield Promise.resolve(1)) as number) + 1;
  });
  expect(await answer).toBe(2);
  expect(readFileSync(path, 'utf8').length).toBeLessThan(1000);
});

test('the library stays whole for a helper that may need another part of it', () => {
  const path = kept({ 'button/button.js': 'import{__extends}from"tslib";' });
  expect(readFileSync(path, 'utf8')).toBe(whole);
});
