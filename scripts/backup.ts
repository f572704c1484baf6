/** `npm run backup` and `npm run restore`: copies a data folder and restores it. `--help` says how. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { backUp, restore } from 'cloudbase-local';
import { startError } from '../local/start/start-error';
import { createProgressBar, type ProgressBar } from '../local/start/progress-bar';

const help = `npm run backup -- FOLDER      backs up the data folder, also while npm start runs on it
npm run restore -- FOLDER     makes the data folder anew out of a backup; it must not be there, or be empty

  --data DIR    the data folder (DATA_DIR, or ./data)
  --keys FILE   where the keys are, apart from the rest (FOLDER.keys)

A backup holds database and stored files, not logs, all sealed. What opens it, and the phones in it, is a file of its own: keep that in
another place. A finder of both can read everything; once the keys are destroyed, the backup is unreadable.
`;

async function main(): Promise<void> {
  const [action, ...args] = process.argv.slice(2);
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      data: { type: 'string', default: process.env.DATA_DIR || './data' },
      keys: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return void process.stdout.write(help);
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0)
    throw new Error(`which folder? npm run ${action} -- FOLDER   (npm run ${action} -- --help)`);
  const dataDir = resolve(values.data);
  const backup = resolve(folder);
  const keysFile = resolve(values.keys ?? `${backup}.keys`);
  if (action === 'restore') {
    await restore({ fromDir: backup, keysFile }, dataDir);
    process.stdout.write(`${dataDir} is restored from ${backup}\n`);
    return;
  }
  let bar: ProgressBar | undefined;
  await backUp(dataDir, { toDir: backup, keysFile }, (copied, total) => {
    bar ??= createProgressBar('copying the database, KB', kilobytes(total), process.stderr);
    bar.show(kilobytes(copied));
  });
  bar?.end();
  process.stdout.write(`${dataDir} is backed up in ${backup}, its keys in ${keysFile}: keep the two apart\n`);
}

const kilobytes = (bytes: number): number => Math.ceil(bytes / 1024);

main().catch((error: unknown) => {
  process.stderr.write(`${startError(error, { port: 0, dataDir: 'or the backup' })}\n`);
  process.exitCode = 1;
});
