import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

/** The instance's program in the published package: JavaScript next to the package's own. */
const builtProgram = join(__dirname, 'worker-entry.js');

let code: Promise<string> | undefined;

/**
 * The instance's program as JavaScript, read or compiled once in a process, so that instances start without a
 * TypeScript loader.
 */
export function workerCode(): Promise<string> {
  code ??= existsSync(builtProgram)
    ? readFile(builtProgram, 'utf8')
    : compiled(join(__dirname, 'worker-entry.ts'));
  return code;
}

async function compiled(source: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [source],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
  });
  return outputFiles[0]?.text ?? '';
}
