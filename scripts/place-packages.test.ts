import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { placePackages } from './place-packages';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'place-packages-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(file: string, content: object): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), JSON.stringify(content));
}

const place = (): string[] => placePackages(join(root, 'program'), join(root, 'node_modules'));
const isPlaced = (file: string): boolean => existsSync(join(root, 'program/node_modules', file));

test('named packages and their dependencies are copied, and nothing else', () => {
  write('program/package.json', { dependencies: { '@scope/buttons': '1.0.0' } });
  write('node_modules/@scope/buttons/package.json', { dependencies: { dates: '^1' } });
  write('node_modules/@scope/buttons/dist/button.json', {});
  write('node_modules/dates/package.json', {});
  write('node_modules/server/package.json', {});
  expect(place()).toEqual(['@scope/buttons', 'dates']);
  expect(isPlaced('@scope/buttons/dist/button.json')).toBe(true);
  expect(isPlaced('dates/package.json')).toBe(true);
  expect(isPlaced('server')).toBe(false);
});

test('a package that is no longer named is removed', () => {
  write('program/package.json', { dependencies: { old: '1.0.0' } });
  write('node_modules/old/package.json', {});
  place();
  write('program/package.json', { dependencies: {} });
  expect(place()).toEqual([]);
  expect(isPlaced('old')).toBe(false);
});

test('a package that is not installed is named, with the remedy', () => {
  write('program/package.json', { dependencies: { missing: '1.0.0' } });
  expect(place).toThrow('missing is not installed: run "npm ci" first');
});
