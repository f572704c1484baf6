import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const outDir = join(root, 'dist/integration-tests');

/** Bundles the functions for all integration tests: in a process of its own, since jest maps no paths here. */
export default function setup(): void {
  const script = `require('./scripts/build-functions').buildFunctions(
    require('./scripts/build-functions').functionBuild(process.cwd(), ${JSON.stringify(outDir)}))`;
  execFileSync(process.execPath, ['--import', 'tsx', '--eval', script], { cwd: root, stdio: 'inherit' });
  process.env.BUILT_FUNCTIONS = outDir;
}
