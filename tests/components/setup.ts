import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Compiles the mini-program once for all component tests: in a process of its own, since jest maps no paths here. */
export default function setup(): void {
  execFileSync(process.execPath, ['--import', 'tsx', join(__dirname, 'program.ts')], { stdio: 'inherit' });
}
