import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser';

let dir: string;
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'browser-'))));
afterEach(() => rmSync(dir, { recursive: true }));

function program(name: string): string {
  const path = join(dir, name);
  writeFileSync(path, '');
  chmodSync(path, 0o755);
  return path;
}

describe('the browser of the journeys', () => {
  test('CHROMIUM_PATH wins over an installed browser', () => {
    program('chromium');
    const chosen = program('mine');
    expect(findBrowser({ CHROMIUM_PATH: chosen, PATH: dir })).toBe(chosen);
  });

  test('a CHROMIUM_PATH that is not a program is named', () => {
    expect(() => findBrowser({ CHROMIUM_PATH: join(dir, 'none'), PATH: dir })).toThrow(
      /CHROMIUM_PATH is .*none, which is not a program/,
    );
  });

  test('an installed browser is found by its usual names', () => {
    const chrome = program('google-chrome');
    expect(findBrowser({ PATH: `/nowhere:${dir}` })).toBe(chrome);
  });
});
