import { onNpmEnd } from './npm-process';

/** What a program does when a signal ends it. */
export interface Endings {
  /** Run at the end, the last one first. */
  endings: (() => unknown)[];
  /** Ends everything, once and in order, and then the process. */
  end(exitCode: number): Promise<void>;
  isEnding(): boolean;
}

/** After this long the process exits anyway: what was acknowledged is on disk. */
const longestEndMs = 10_000;

/**
 * Ctrl-C, a closed terminal, `kill` or the end of npm ends everything. A second signal has no effect, because npm
 * passes on the Ctrl-C that the process already got from the terminal.
 */
export function endOnSignals(): Endings {
  const endings: Endings['endings'] = [];
  let ending: Promise<void> | undefined;
  const end = (exitCode: number) =>
    (ending ??= (async () => {
      setTimeout(() => process.exit(exitCode), longestEndMs).unref();
      for (const each of endings.reverse()) await each();
      process.exit(exitCode);
    })());
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => void end(0));
  }
  onNpmEnd(() => void end(0));
  return { endings, end, isEnding: () => ending !== undefined };
}
