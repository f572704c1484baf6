import { startErrorSentence } from 'cloudbase-local';

/** One sentence that says what is wrong with a start of the product, and what to do. */
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
