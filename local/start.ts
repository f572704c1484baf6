/** `npm start`: the whole product on this machine. Prints one line when it is ready; everything else goes to stderr. */
import { join } from 'node:path';
import { chosenCampaign } from './start/chosen-campaign';
import { loadBundled } from './start/bundled-program';
import { endOnSignals } from 'cloudbase-local';
import type * as Program from './start/run';
import { startError } from './start/start-error';
import { help, readSettings, type Settings } from './start/settings';

async function main(given: string[]): Promise<void> {
  const [argument, named] = given;
  if (argument === '--help' || argument === '-h') return void process.stdout.write(help);
  // Only this user may read the database, the uploads, the logs and the keys.
  process.umask(0o077);
  const { endings, end, isEnding } = endOnSignals();
  const note = (line: string) => void (isEnding() || process.stderr.write(`${line}\n`));
  let settings: Settings | undefined;
  try {
    if (argument !== undefined && (argument !== '--campaign' || named === undefined || given.length > 2))
      throw new Error(`${given.join(' ')} is not known: npm start -- --help`);
    const campaign = chosenCampaign(join(__dirname, '..'), named ?? process.env.CAMPAIGN);
    settings = readSettings(process.env, campaign);
    // The seed, which is loaded below, reads it from there.
    process.env.CAMPAIGN = campaign;
    // Loaded late, so that `--help`, mistakes and Ctrl-C need not wait for it.
    const { start } = await loadBundled<typeof Program>(join(__dirname, 'start/run.ts'));
    await start(settings, { endings, note, isEnding });
  } catch (error) {
    // Output is muted while the program ends, so that this is the last line.
    note(startError(error, settings));
    await end(1);
  }
}

void main(process.argv.slice(2));
