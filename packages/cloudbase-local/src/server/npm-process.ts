import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const pauseMs = 500;
const shell = /^-?((ba|da|a|k|z)?sh|busybox)$/;

/**
 * Calls `then` once when the npm that started this program has ended. The program must look by itself, because npm
 * passes on neither a hang-up nor its own killing, and a shell in between keeps signals to itself. Without npm nothing
 * is watched, because a program started directly may outlive its terminal.
 */
export function onNpmEnd(then: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const npm = npmAbove(parent);
  const timer = setInterval(() => {
    if (process.ppid === parent && isRunning(npm)) return;
    clearInterval(timer);
    then();
  }, pauseMs);
  timer.unref();
}

/** npm is the parent, or the parent of a shell in between. */
function npmAbove(parent: number): number {
  const found = describe(parent);
  return found && shell.test(found.command) ? found.parent : parent;
}

/** Undefined where the system does not say, such as on Windows; there only the parent is watched. */
function describe(pid: number): { command: string; parent: number } | undefined {
  const [, parent, command] = /^\s*(\d+)\s+(?:.*\/)?(.+?)\s*$/.exec(parentAndCommand(pid)) ?? [];
  return command === undefined ? undefined : { command, parent: Number(parent) };
}

/** The fields that `ps` prints. On Linux they are read from /proc, because small images lack `ps`. */
function parentAndCommand(pid: number): string {
  try {
    if (process.platform === 'linux')
      return readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^\d+ \((.*)\) \S (\d+) .*$/s, '$2 $1');
    return execFileSync('ps', ['-o', 'ppid=,comm=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
