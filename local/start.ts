/** `npm start`: the whole product on this machine. Prints one line when it is ready; everything else goes to stderr. */
import { join } from 'node:path';
import { loadBundled } from './bundled-program';
import type * as Program from './start/run';
import { HELP, readSettings, type Settings } from './start/settings';
import { startErrorSentence } from './start/start-error';

/** Nothing that still hangs after this long is worth waiting for: what was acknowledged is on disk. */
const LONGEST_END_MS = 10_000;

async function main(argument: string | undefined): Promise<void> {
  if (argument === '--help' || argument === '-h') return void process.stdout.write(HELP);
  const endings: Program.Session['endings'] = [];
  const { end, isEnding } = endOnSignals(endings);
  const note = (line: string) => void (isEnding() || process.stderr.write(`${line}\n`));
  let settings: Settings | undefined;
  try {
    if (argument !== undefined) throw new Error(`${argument} is not known: npm start -- --help`);
    settings = readSettings(process.env);
    // Loaded late, so that help, mistakes and Ctrl-C need not wait for it.
    const { start } = await loadBundled<typeof Program>(join(__dirname, 'start/run.ts'));
    await start(settings, { endings, note, isEnding });
  } catch (error) {
    // While it ends nothing more is said: this is the last line.
    note(startErrorSentence(error, settings ?? { port: 0, dataDir: '' }));
    await end(1);
  }
}

/**
 * Ctrl-C, a closed terminal or `kill` end everything, once and in order. npm passes Ctrl-C on to a process that
 * the terminal has told already, so a second signal means nothing.
 */
function endOnSignals(endings: Program.Session['endings']): {
  end(exitCode: number): Promise<void>;
  isEnding(): boolean;
} {
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
  return { end, isEnding: () => ending !== undefined };
}

void main(process.argv[2]);
