import { startErrorSentence } from 'cloudbase-local';

/** One sentence for a failed start of the product: what is wrong, and what to do about it. */
export function startError(
  error: unknown,
  { port, dataDir }: { port: number; dataDir: string } = { port: 0, dataDir: '' },
): string {
  return startErrorSentence(error, {
    port,
    dataDir,
    otherPort: (other, taken) => `${taken === port ? 'PORT' : 'GATEWAY_PORT'}=${other} npm start`,
    otherDataDir: 'DATA_DIR=… npm start',
  });
}
