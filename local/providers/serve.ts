/**
 * The providers as a process of their own, for tests that kill it:
 *
 *   npx tsx local/providers/serve.ts --data DIR [--faceid-port N] [--dypls-port N] [--numbers N] [--per-number N] [--pool extension] [--ahead=MS]
 *
 * Prints one line of JSON when it is ready: `env`, the environment that functions need, and `numbers`, the pool's.
 * Started again on the same folder and ports it has the same keys and bindings. Its clock is `--ahead` milliseconds before
 * the machine's, and so is what a parent says over IPC as `{aheadMs}`.
 */
import { parseArgs } from 'node:util';
import { people } from '../seed/people';
import { startProviders } from './providers';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      'faceid-port': { type: 'string' },
      'dypls-port': { type: 'string' },
      numbers: { type: 'string' },
      'per-number': { type: 'string' },
      pool: { type: 'string' },
      ahead: { type: 'string' },
    },
  });
  if (values.data === undefined) throw new Error('--data DIR is missing: where keys and bindings are kept');
  let aheadMs = Number(values.ahead ?? 0);
  process.on('message', (message: { aheadMs: number }) => ({ aheadMs } = message));
  const providers = await startProviders({
    dataDir: values.data,
    people,
    now: () => Date.now() + aheadMs,
    faceIdPort: whole(values['faceid-port']),
    dyplsPort: whole(values['dypls-port']),
    poolNumbers: whole(values.numbers),
    bindingsPerNumber: whole(values['per-number']),
    poolMode: values.pool === 'extension' ? 'extension' : 'axb',
    log: (line) => process.stderr.write(`${line}\n`),
  });
  process.once('disconnect', () => void providers.close());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void providers.close());
  process.stdout.write(`${JSON.stringify({ env: providers.env, numbers: providers.numbers })}\n`);
}

function whole(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) throw new Error(`${text} is not a whole number`);
  return Number(text);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
