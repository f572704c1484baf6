import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';

/** A server that was started for a benchmark. */
export interface RunningProgram {
  readonly pid: number;
  /** Asks the server to end, and waits until it has. */
  stop(): Promise<void>;
}

/** Redis reads all data before it answers. 2,600,000 posts take it most of a minute on an idle machine. */
const startTimeoutMs = 300_000;
const retryMs = 50;

/**
 * Starts a server and waits until `answers` resolves.
 * @throws Error with the server's last output when it ends or does not answer in time
 */
export async function startProgram(
  path: string,
  parameters: readonly string[],
  options: Pick<SpawnOptions, 'uid' | 'gid' | 'cwd'>,
  answers: () => Promise<unknown>,
): Promise<RunningProgram> {
  const child = spawn(path, parameters, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const keep = (chunk: Buffer): void => void (output = (output + chunk.toString()).slice(-2000));
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  let failure: string | undefined;
  child.once('error', (error) => void (failure = error.message));
  child.once('exit', (code) => void (failure ??= `ended with ${code ?? 'a signal'}`));
  const giveUpAt = Date.now() + startTimeoutMs;
  while (failure === undefined) {
    try {
      await answers();
      return { pid: child.pid ?? 0, stop: () => stop(child) };
    } catch (error) {
      if (Date.now() > giveUpAt) failure = `does not answer: ${String(error)}`;
      await new Promise((resolve) => setTimeout(resolve, retryMs));
    }
  }
  await stop(child);
  throw new Error(`${path} ${failure}\n${output}`);
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined)
    return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    // PostgreSQL ends at once on SIGINT and waits for its clients on SIGTERM; Redis treats both alike.
    child.kill('SIGINT');
  });
}
