import { build } from 'esbuild';
import { join } from 'node:path';

let code: Promise<string> | undefined;

/**
 * The instance's program as JavaScript, compiled once a process, so that instances start without a TypeScript loader.
 */
export function workerCode(): Promise<string> {
  code ??= build({
    entryPoints: [join(__dirname, 'worker-entry.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
  }).then((result) => result.outputFiles[0]?.text ?? '');
  return code;
}
