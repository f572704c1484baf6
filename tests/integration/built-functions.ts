import { join } from 'node:path';
import { buildFunctions, functionBuild } from '../../scripts/build-functions';

const root = join(__dirname, '../..');

/**
 * The folder of the bundled functions. Under jest `build-once.ts` has bundled them before the first test, because
 * every product would take seconds for the same bundles; benchmarks and crash runs bundle their own into `dataDir`.
 */
export async function builtFunctions(dataDir: string): Promise<string> {
  if (process.env.BUILT_FUNCTIONS !== undefined) return process.env.BUILT_FUNCTIONS;
  const functionsDir = join(dataDir, 'functions');
  await buildFunctions(functionBuild(root, functionsDir));
  return functionsDir;
}
