/** `npm run seed`: fills the local database with invented posts. `--help` says how. */
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Database, openDatabase } from 'sqlite-document-database';
import { readEnvironmentFile } from 'cloudbase-local';
import { chosenCampaign } from '../local/start/chosen-campaign';
import { startError } from '../local/start/start-error';
import { fillFolder, phoneKeyOf } from '../local/start/fill-folder';

const root = join(__dirname, '..');

const help = `Fills the local database with invented posts from all over China, the same ones for the same number and moment.

  npm run seed -- --posts 260000

  --posts N    posts the boards hold afterwards (20000)
  --data DIR   the data folder (DATA_DIR, or ./data)
  --fresh      empties the database of that folder first; files, logs and secrets stay
  --now TIME   the moment that everything is dated from, such as 2022-12-20T06:30:00Z (now)

End npm start on the same folder first. Another campaign than fever: CAMPAIGN=flood npm run seed -- --data ./data-flood
`;

interface Settings {
  posts: number;
  dataDir: string;
  fresh: boolean;
  nowMs: number;
}

async function seed({ posts, dataDir, fresh, nowMs }: Settings): Promise<void> {
  // First, because a folder with a database and without keys has lost them.
  const phoneKey = phoneKeyOf(dataDir);
  let database = await open(dataDir);
  if (fresh) {
    // Opening it first makes sure that no other process has it open.
    await database.close();
    rmSync(databaseFolder(dataDir), { recursive: true });
    database = await open(dataDir);
  }
  try {
    if (!(await isEmpty(database))) {
      throw new Error(
        `${dataDir} holds posts already: add --fresh to replace them, or name another folder with --data`,
      );
    }
    const startedMs = Date.now();
    await fillFolder(database, {
      dataDir,
      campaign: chosenCampaign(root, process.env.CAMPAIGN),
      posts,
      nowMs,
      phoneKey,
    });
    process.stdout.write(`${posts} posts in ${((Date.now() - startedMs) / 1000).toFixed(1)} s\n`);
  } finally {
    await database.close();
  }
}

function open(dataDir: string): Promise<Database> {
  // The environment's secrets are not used here, so any value will do.
  const { collections } = readEnvironmentFile(join(__dirname, '../cloudbaserc.json'), () => 'unused');
  return openDatabase({
    dir: databaseFolder(dataDir),
    collections,
    log: (line) => process.stderr.write(`${line}\n`),
  });
}

/** The path at which the local cloud keeps its database. */
function databaseFolder(dataDir: string): string {
  return join(dataDir, 'database');
}

async function isEmpty(database: Database): Promise<boolean> {
  for (const collectionName of ['posts', 'members']) {
    const query = { collectionName, queryType: 'WHERE', query: '{}' };
    const { data } = await database.handle('database.calculateDocument', query);
    if ((data as { total: number }).total > 0) return false;
  }
  return true;
}

/** @throws a sentence when an option is invalid */
function readOptions(): Settings | 'help' {
  const { values } = parseArgs({
    options: {
      posts: { type: 'string', default: '20000' },
      data: { type: 'string', default: process.env.DATA_DIR || './data' },
      fresh: { type: 'boolean', default: false },
      now: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return 'help';
  const posts = Number(values.posts);
  if (!/^\d+$/.test(values.posts) || posts > 10_000_000) {
    throw new Error(`--posts must be a whole number up to 10000000, not ${JSON.stringify(values.posts)}`);
  }
  const nowMs = values.now === undefined ? Date.now() : Date.parse(values.now);
  if (Number.isNaN(nowMs))
    throw new Error(`--now must be a time such as 2022-12-20T06:30:00Z, not ${JSON.stringify(values.now)}`);
  return { posts, dataDir: resolve(values.data), fresh: values.fresh, nowMs };
}

async function main(): Promise<void> {
  let dataDir = '';
  try {
    const options = readOptions();
    if (options === 'help') return void process.stdout.write(help);
    dataDir = options.dataDir;
    await seed(options);
  } catch (error) {
    process.stderr.write(`${startError(error, { port: 0, dataDir })}\n`);
    process.exitCode = 1;
  }
}

void main();
