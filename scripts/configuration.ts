/** `npm run configuration`: generates files from scripts/deploy/desired/. `--help` says how. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { configurationFiles } from './deploy/desired/configuration-files';
import { desiredState } from './deploy/desired/desired-state';

const root = join(__dirname, '..');

const help = `npm run configuration [-- --check]

Writes cloudbaserc.json and cloudfunctions/*/config.json from scripts/deploy/desired/, where functions, timers,
permissions, collections and indexes are declared.

  --check  writes nothing; ends with 1 when a file is out of date
`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      check: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const stale: string[] = [];
  for (const { path, content } of configurationFiles(desiredState)) {
    const file = join(root, path);
    const options = { ...(await resolveConfig(file)), filepath: file };
    const text = await format(JSON.stringify(content), options);
    if (text === textOf(file)) continue;
    stale.push(path);
    if (!values.check) writeFileSync(file, text);
  }
  for (const path of stale)
    console.log(values.check ? `${path} is out of date: npm run configuration` : `written: ${path}`);
  return values.check && stale.length > 0 ? 1 : 0;
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

main().then(
  (status) => process.exit(status),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
