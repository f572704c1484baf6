/** `npm run test:deployed`: the journeys on what a deployment uploads. `--help` says how. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from '../scripts/install-browser';
import { startDeployCommand } from './integration/deploy-command';
import { openToProviders } from './integration/deployed-environment';

const root = join(__dirname, '..');
const folder = join(root, 'dist/deployed');

const help = `npm run test:deployed [-- PATTERN ...]

Deploys to a local stand-in of the cloud API, starts what it uploaded (functions, settings, timers, collections, indexes, and the built
mini-program) on the local cloud with the local providers, and runs the journeys on it.

  npm run test:deployed -- publish contact   only journeys whose path contains one of these words
`;

async function main(patterns: string[]): Promise<number> {
  if (patterns.some((word) => word === '--help' || word === '-h')) {
    process.stdout.write(help);
    return 0;
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const command = await startDeployCommand();
  try {
    const { status, output } = await command.run();
    if (status !== 0) throw new Error(output);
    const { cloudbaserc } = command.api.save(folder);
    openToProviders(cloudbaserc, join(root, 'cloudbaserc.json'));
    cpSync(join(command.program, 'miniprogram'), join(folder, 'miniprogram'), { recursive: true });
  } finally {
    await command.close();
  }
  const paths =
    patterns.length > 0 ? patterns.map((word) => `tests/journeys/.*${word}`) : ['tests/journeys/'];
  const jest = ['node_modules/jest/bin/jest.js', '--selectProjects', 'journeys', '--maxWorkers', '1'];
  const run = spawnSync(process.execPath, [...jest, '--', ...paths], {
    cwd: root,
    env: { ...process.env, CHROMIUM_PATH: ensureBrowser(), DEPLOYED: folder },
    stdio: 'inherit',
  });
  return run.status ?? 1;
}

main(process.argv.slice(2)).then(
  (status) => process.exit(status),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
