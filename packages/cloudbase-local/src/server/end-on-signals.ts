import { onNpmEnd } from './npm-process';

/** How a program ends on a signal. */
export interface Endings {
  /** Called at the end, the last one first. */
  endings: (() => unknown)[];
  /** Ends everything once and in order, and then the process. */
  end(exitCode: number): Promise<void>;
  isEnding(): boolean;
}

/** The process exits after this long in any case, because everything acknowledged is on disk. */
const longestEndMs = 10_000;

/**
 * Ctrl-C, a closed terminal, `kill` and the end of npm all end the program. A second signal has no effect, because npm
 * repeats the Ctrl-C that the process already got from the terminal.
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
