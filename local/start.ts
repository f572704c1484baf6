/** `npm start`: the whole product on this machine. Prints one line when it is ready; everything else goes to stderr. */
import { join } from 'node:path';
import { loadBundled } from './start/bundled-program';
import { endOnSignals } from 'cloudbase-local';
import type * as Program from './start/run';
import { startError } from './start/start-error';
import { help, readSettings, type Settings } from './start/settings';

async function main(argument: string | undefined): Promise<void> {
  if (argument === '--help' || argument === '-h') return void process.stdout.write(help);
  // Only this user may read the database, the uploads, the logs and the keys.
  process.umask(0o077);
  const { endings, end, isEnding } = endOnSignals();
  const note = (line: string) => void (isEnding() || process.stderr.write(`${line}\n`));
  let settings: Settings | undefined;
  try {
    if (argument !== undefined) throw new Error(`${argument} is not known: npm start -- --help`);
    settings = readSettings(process.env);
    // Loaded late, so that `--help`, mistakes and Ctrl-C need not wait for it.
    const { start } = await loadBundled<typeof Program>(join(__dirname, 'start/run.ts'));
    await start(settings, { endings, note, isEnding });
  } catch (error) {
    // Output is muted while the program ends, so that this is the last line.
    note(startError(error, settings));
    await end(1);
  }
}

void main(process.argv[2]);
