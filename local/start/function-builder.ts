import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

/** What the build program tells after each build. */
export type BuildOutcome = { changed: string[] } | { problem: string };

/**
 * Builds the cloud functions in a process of their own and watches their sources.
 * The first build decides whether we start; later ones are told to `onRebuild`.
 */
export interface FunctionBuilder {
  /** Rejects with a sentence when a function cannot be built. */
  readonly built: Promise<void>;
  close(): void;
}

export function startFunctionBuilder(
  root: string,
  onRebuild: (outcome: BuildOutcome) => void,
): FunctionBuilder {
  const child: ChildProcess = fork(join(root, 'scripts/build.ts'), ['--functions', '--watch'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let first = true;
  const built = new Promise<void>((resolve, reject) => {
    child.on('message', (outcome: BuildOutcome) => {
      if (!first) return onRebuild(outcome);
      first = false;
      if ('problem' in outcome) reject(new Error(outcome.problem));
      else resolve();
    });
    child.on('error', reject);
    child.on('exit', () => reject(new Error('the build of the cloud functions ended before it was done')));
  });
  // Whoever waits hears of it; when nobody does any more (we are closing), it is no news.
  built.catch(() => undefined);
  return { built, close: () => void child.kill() };
}
