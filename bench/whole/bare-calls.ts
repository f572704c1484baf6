import { milliseconds } from '../../packages/sqlite-document-database/bench/measure/figures';
import { percentile } from '../../packages/sqlite-document-database/bench/measure/percentile';
import { table } from '../../packages/sqlite-document-database/bench/measure/table';
import type { FunctionCaller } from './call-function';

const calls = 1_000;

/**
 * The cost of a call before it searches anything, as a table.
 * @param postId an existing post
 */
export async function bareCallsTable({ call }: FunctionCaller, postId: string): Promise<string> {
  const kinds = [
    { name: 'a call that does nothing', ask: () => call('empty', {}) },
    { name: 'a call that reads one post by its id', ask: () => call('one-document', { id: postId }) },
  ];
  const rows: string[][] = [];
  for (const { name, ask } of kinds) {
    const spent: number[] = [];
    for (let i = 0; i < calls; i += 1) {
      const startedAt = performance.now();
      const text = await ask();
      spent.push(performance.now() - startedAt);
      if (!text.includes('cloud.callFunction:ok')) throw new Error(`${name} failed: ${text}`);
    }
    // The first half met code that was not compiled yet.
    const compiled = spent.slice(calls / 2);
    rows.push([name, [0.5, 0.99].map((share) => milliseconds(percentile(compiled, share))).join(' / ')]);
  }
  return table(['whole way', 'p50 / p99'], rows);
}
