import { lineOf } from './report';
import type { Result } from './tally';

/** Writes one line for each simulated day: the time that it took, and the figures so far. */
export function printProgress(name: string): (day: number, soFar: Result) => void {
  const startedMs = performance.now();
  return (day, soFar) => {
    const seconds = ((performance.now() - startedMs) / 1000).toFixed(0);
    process.stderr.write(`${name}: day ${day}, ${seconds} s: ${lineOf(soFar)}\n`);
  };
}
