import { createProgressBar } from '../../local/start/progress-bar';

/** Runs something that tells how far it is, with a bar on stderr; also how long it took, in milliseconds. */
export async function withProgress<T>(
  label: string,
  total: number,
  run: (progress: (done: number) => void) => Promise<T>,
): Promise<{ result: T; spentMs: number }> {
  const bar = createProgressBar(label, total, process.stderr);
  const startedAt = performance.now();
  const result = await run(bar.show);
  const spentMs = performance.now() - startedAt;
  bar.end();
  return { result, spentMs };
}
