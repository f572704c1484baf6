import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

/** The build program's report after each build. */
export type BuildOutcome = { changed: string[] } | { problem: string };

/** Builds the cloud functions in a process of their own, and again whenever a source changes. */
export interface FunctionBuilder {
  /** Resolves after the first build. Rejects with a sentence when a function cannot be built. */
  readonly built: Promise<void>;
  /** Reports every later build. */
  onRebuild(listener: (outcome: BuildOutcome) => void): void;
  /** Resolves when the build process has ended. */
  close(): Promise<void>;
}

export function startFunctionBuilder(root: string): FunctionBuilder {
  const child: ChildProcess = fork(join(root, 'scripts/build.ts'), ['--watch'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const built = new Promise<void>((resolve, reject) => {
    child.once('message', (outcome: BuildOutcome) => {
      if ('problem' in outcome) reject(new Error(outcome.problem));
      else resolve();
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error('the build of the cloud functions ended before it was done')));
  });
  // A caller that awaits `built` gets the failure. Without such a caller, while we are closing, Node must not report an
  // unhandled rejection.
  built.catch(() => undefined);
  return {
    built,
    onRebuild: (listener) => void child.on('message', listener),
    async close() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      if (child.kill()) await ended;
    },
  };
}
