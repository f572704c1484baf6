/** `npm run conformance`: runs the whole conformance suite and records when and where it ran. `--help` says how. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format } from 'prettier';
import { recordRun, toldRuns } from './conformance-record';
import { totalsOf } from './test/test-phases';

const root = join(__dirname, '..');
const recordFile = join(root, 'packages/cloudbase-local/conformance-runs.md');
const result = join(root, 'dist/conformance.json');

const help = `npm run conformance

Runs the conformance suite through both SDKs on the local cloud and records the run in packages/cloudbase-local/conformance-runs.md.

With CONFORMANCE_ENV_ID, TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY set, its database and storage tests go to that
deployed environment instead, through @cloudbase/node-sdk. It needs the collections and indexes of
packages/cloudbase-local/test/conformance/fixtures/database.cloudbaserc.json, and the tests EMPTY them.
`;

async function main(args: string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(help);
    return 0;
  }
  const record = existsSync(recordFile) ? readFileSync(recordFile, 'utf8') : '';
  for (const line of toldRuns(record)) console.error(line);

  const environment = process.env.CONFORMANCE_ENV_ID || undefined;
  const where = environment ?? 'the local cloud';
  console.error(`running on ${where}`);
  mkdirSync(dirname(result), { recursive: true });
  rmSync(result, { force: true });
  const subjects = environment === undefined ? [] : ['test/conformance/(storage|database)'];
  spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/jest/bin/jest.js'),
      '--selectProjects=conformance',
      '--json',
      `--outputFile=${result}`,
      ...subjects,
    ],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const { passed, failed } = totalsOf(existsSync(result) ? readFileSync(result, 'utf8') : undefined);
  const through = sdks[environment === undefined ? 'local' : 'deployed'].map(named).join(', ');
  const when = new Date().toISOString().slice(0, 10);
  const recorded = recordRun(record, { where, when, through, passed, failed });
  writeFileSync(recordFile, await format(recorded, { parser: 'markdown' }));
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** Through which SDKs each place is tested: `wx-server-sdk` works inside functions only. */
const sdks = {
  local: ['@cloudbase/node-sdk', 'wx-server-sdk'],
  deployed: ['@cloudbase/node-sdk'],
};

function named(sdk: string): string {
  const file = join(root, 'node_modules', sdk, 'package.json');
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  return `${sdk} ${version}`;
}

main(process.argv.slice(2)).then(
  (status) => process.exit(status),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
