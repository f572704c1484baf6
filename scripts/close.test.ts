import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'close-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(script: string, ...args: string[]): { status: number | null; said: string } {
  const command = ['--import', 'tsx', `scripts/${script}.ts`, '--data', join(folder, 'mistyped'), ...args];
  const { status, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  return { status, said: stderr };
}

test.each([
  ['close', []],
  ['close', ['--in', '30']],
  ['operators', ['statistics']],
] as const)('%s %j of a mistyped folder is refused, and makes none', (script, args) => {
  const { status, said } = run(script, ...args);
  expect([status, said]).toEqual([1, expect.stringContaining('mistyped is no data folder')]);
  expect(existsSync(join(folder, 'mistyped'))).toBe(false);
});

test.each([
  [['--undo', '--dry-run'], '--undo stands alone'],
  [['--undo', '--in', '3'], '--undo stands alone'],
  [['--dry-run'], '--dry-run needs --in DAYS'],
])('%j is refused before anything changes', (args, sentence) => {
  expect(run('close', ...args)).toEqual({ status: 1, said: expect.stringContaining(sentence) as string });
});
