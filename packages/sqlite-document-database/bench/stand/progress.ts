/**
 * Runs something that reports its progress, with a line on stderr every tenth, and returns its duration in
 * milliseconds.
 */
export async function withProgress<T>(
  label: string,
  total: number,
  run: (progress: (done: number) => void) => Promise<T>,
): Promise<{ result: T; spentMs: number }> {
  let shownTenth = 0;
  const startedAt = performance.now();
  const result = await run((done) => {
    const tenth = total === 0 ? 10 : Math.floor((10 * done) / total);
    if (tenth <= shownTenth) return;
    shownTenth = tenth;
    process.stderr.write(`${label} ${10 * tenth} %\n`);
  });
  return { result, spentMs: performance.now() - startedAt };
}
