import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { installTools } from '../require-tool';
import { filesBelow } from './files-below';

const platforms: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'mac' };
const mostOutputBytes = 64 * 1024 * 1024;

/**
 * Runs WeChat's template and style compilers, wcc and wcsc, over a program's own files. They are published as x86
 * programs; `undefined` on machines that cannot run them.
 */
export function runCompilers(program: string): { files: number; faults: string[] } | undefined {
  const platform = platforms[process.platform];
  if (platform === undefined || process.arch !== 'x64') return undefined;
  const bin = join(installTools('scripts/official/tools'), 'node_modules/miniprogram-compiler/bin', platform);
  const files = filesBelow(program);
  const ending = (...endings: string[]) =>
    files.filter((path) => endings.some((each) => path.endsWith(each)));
  // wcsc needs the styles of components first, and their number.
  const styles = ending('.wxss').sort(
    (left, right) => Number(isComponent(right)) - Number(isComponent(left)),
  );
  function isComponent(path: string): boolean {
    return existsSync(join(program, path.replace(/wxss$/, 'json')));
  }
  const runs = [
    { name: 'wcc', args: ['-d', '-cc', '0', ...ending('.wxml', '.wxs'), '-gn', '$gwx'] },
    { name: 'wcsc', args: ['-db', '-pc', String(styles.filter(isComponent).length), ...styles] },
  ];
  const faults = runs.flatMap(({ name, args }) => {
    const path = join(bin, name);
    chmodSync(path, 0o755);
    const { status, stderr, error } = spawnSync(path, args, {
      cwd: program,
      maxBuffer: mostOutputBytes,
      encoding: 'utf8',
    });
    if (error) throw error;
    return status === 0 ? [] : [`${name}: ${stderr.trim()}`];
  });
  return { files: ending('.wxml', '.wxs', '.wxss').length, faults };
}
