import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

/** The build program's report after each build. */
export type BuildOutcome = { changed: string[] } | { problem: string };
/** Its first report: the folder of the campaign's mini-program, which is checked. */
type Prepared = { program: string };

/** Builds the cloud functions in a process of their own, and again whenever a source changes. */
export interface FunctionBuilder {
  /** The folder of the campaign's mini-program. Rejects with sentences when the campaign's folder has a fault. */
  readonly program: Promise<string>;
  /** Resolves after the first build. Rejects with a sentence when a function cannot be built. */
  readonly built: Promise<void>;
  /** Reports every later build. */
  onRebuild(listener: (outcome: BuildOutcome) => void): void;
  /** Resolves when the build process has ended. */
  close(): Promise<void>;
}

export function startFunctionBuilder(root: string, campaign: string): FunctionBuilder {
  const child: ChildProcess = fork(join(root, 'scripts/build.ts'), ['--watch'], {
    cwd: root,
    env: { ...process.env, CAMPAIGN: campaign },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const program = new Promise<string>((resolve, reject) => {
    child.once('message', (outcome: Prepared | BuildOutcome) => {
      if ('program' in outcome) resolve(outcome.program);
      else reject(new Error('problem' in outcome ? outcome.problem : 'the build did not begin'));
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error('the build of the cloud functions ended before it began')));
  });
  const built = program.then(
    () =>
      new Promise<void>((resolve, reject) => {
        child.once('message', (outcome: BuildOutcome) => {
          if ('problem' in outcome) reject(new Error(outcome.problem));
          else resolve();
        });
        child.once('exit', () =>
          reject(new Error('the build of the cloud functions ended before it was done')),
        );
      }),
  );
  // A caller that awaits one of them gets the failure. Without such a caller, while we are closing, Node must not report an
  // unhandled rejection.
  built.catch(() => undefined);
  program.catch(() => undefined);
  return {
    program,
    built,
    onRebuild: (listener) => void child.on('message', listener),
    async close() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      if (child.kill()) await ended;
    },
  };
}
