import { onNpmEnd } from './npm-process';

/** What a program does when it is told to end. */
export interface Endings {
  /** What must be ended again, the last begun first. */
  endings: (() => unknown)[];
  /** Ends everything, once and in order, and then the process. */
  end(exitCode: number): Promise<void>;
  isEnding(): boolean;
}

/** Nothing that still hangs after this long is worth waiting for: what was acknowledged is on disk. */
const LONGEST_END_MS = 10_000;

/**
 * Ctrl-C, a closed terminal, `kill` or the end of npm ends everything. npm passes Ctrl-C on to a process that
 * the terminal has told already, so a second signal means nothing.
 */
export function endOnSignals(): Endings {
  const endings: Endings['endings'] = [];
  let ending: Promise<void> | undefined;
  const end = (exitCode: number) =>
    (ending ??= (async () => {
      setTimeout(() => process.exit(exitCode), LONGEST_END_MS).unref();
      for (const each of endings.reverse()) await each();
      process.exit(exitCode);
    })());
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => void end(0));
  }
  onNpmEnd(() => void end(0));
  return { endings, end, isEnding: () => ending !== undefined };
}
