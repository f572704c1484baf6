import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deploymentFaults, readDeployment } from './deployment';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'deployment-'));
  mkdirSync(join(root, 'campaigns/fever'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = (name: string, lines: string[]) => writeFileSync(join(root, name), lines.join('\n'));
const faults = (name: string, values = {}) => deploymentFaults(root, readDeployment(root, name, values));
const appId = 'APP_ID=wx0123456789abcdef';

test('two environments side by side have files, environments and keys of their own', () => {
  write('.env.test', ['ENV_ID=ours-test', appId]);
  write('.env.production', ['ENV_ID=ours-production', appId]);
  expect([faults('test'), faults('production')]).toEqual([[], []]);
  expect(readDeployment(root, 'production', {}).envId).toBe('ours-production');
});

test('two files of one environment are refused', () => {
  write('.env.test', ['ENV_ID=ours-production', appId]);
  write('.env.production', ['ENV_ID=ours-production', appId]);
  expect(faults('test')).toEqual([
    'ENV_ID is also that of .env.production: each file describes an environment of its own',
  ]);
});

test('files without an environment are like no other', () => {
  write('.env.test', ['ENV_ID=', appId]);
  write('.env.production', [appId]);
  write('.env.test.swp', ['ENV_ID=ours-production']);
  expect([faults('test'), faults('production')]).toEqual([[], []]);
});

test('an app id and an upload key are looked at before anything is changed', () => {
  write('.env.test', ['ENV_ID=ours-test', 'UPLOAD_KEY_FILE=private.key']);
  expect(faults('test')).toEqual([
    'APP_ID is missing: wx and 16 of 0-9 and a-f',
    'UPLOAD_KEY_FILE is private.key, where no file is',
  ]);
  write('private.key', ['']);
  expect(faults('test', { APP_ID: 'touristappid' })).toEqual(['APP_ID is wrong: wx and 16 of 0-9 and a-f']);
});
