import { existsSync, readdirSync, readFileSync } from 'node:fs';

const kilobyte = 1024;

/**
 * The memory of a process and its children. Shared pages are counted once among them (the kernel's proportional set
 * size). NaN on systems that do not report it (only Linux does).
 */
export function memoryBytes(pid: number): number {
  if (!existsSync(`/proc/${pid}/smaps_rollup`)) return NaN;
  const members = [pid, ...childrenOf(pid)];
  return members.reduce((sum, each) => sum + proportionalBytes(each), 0);
}

function childrenOf(pid: number): number[] {
  const tasks = `/proc/${pid}/task`;
  if (!existsSync(tasks)) return [];
  const direct = readdirSync(tasks).flatMap((task) =>
    readFileSync(`${tasks}/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  );
  return direct.flatMap((child) => [child, ...childrenOf(child)]);
}

function proportionalBytes(pid: number): number {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) * kilobyte;
  } catch {
    // The process has ended since it was listed, as PostgreSQL's helper processes do.
    return 0;
  }
}
