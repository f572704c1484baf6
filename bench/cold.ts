/** `npm run bench:cold`: how long a function's instance takes to load its code. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { percentile } from '../packages/sqlite-document-database/bench/measure/percentile';
import { table } from '../packages/sqlite-document-database/bench/measure/table';
import { buildFunctions, functionBuild } from '../scripts/build-functions';
import { root } from './data/collections';

const help = `npm run bench:cold -- [options]

Loads each function's bundle, as it is deployed, in a new process of node, in turn with both SDKs as npm installs them and with an empty
program. Prints the CPU that each takes more than the empty program, and the ratio to both SDKs.

  --rounds N   how often each is loaded (default 15)
  --help       this text
`;

const sdks = 'wx-server-sdk and node-sdk, as installed';
/** The share of the unbundled SDKs' CPU that a function may take. */
const goals: Readonly<Record<string, number>> = { search: 0.5 };
const usualGoal = 0.7;

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '15' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return void process.stdout.write(help);
  const dir = mkdtempSync(join(tmpdir(), 'cold-'));
  try {
    const names = await buildFunctions({ ...functionBuild(root, dir), minify: true });
    const empty = written(dir, 'empty.js', '');
    const both = written(
      dir,
      'both.js',
      ['wx-server-sdk', '@cloudbase/node-sdk']
        .map((name) => `require(${JSON.stringify(require.resolve(name))});`)
        .join(''),
    );
    const files = new Map([
      [sdks, both],
      ...names.map((name) => [name, join(dir, name, 'index.js')] as const),
    ]);
    const more = measured(files, empty, Number(values.rounds));
    const ofSdks = percentile(more.get(sdks) ?? [], 0.5);
    const rows = [...more].map(([name, ms]) => {
      const median = percentile(ms, 0.5);
      const goal = name === sdks ? '' : (goals[name] ?? usualGoal).toFixed(1);
      return [name, median.toFixed(0), (median / ofSdks).toFixed(2), goal];
    });
    console.log(table(['loaded', 'CPU ms', 'ratio', 'goal'], rows));
  } finally {
    rmSync(dir, { recursive: true });
  }
}

/** The CPU milliseconds of each file beyond those of the empty program in the same round. */
function measured(files: ReadonlyMap<string, string>, empty: string, rounds: number): Map<string, number[]> {
  const more = new Map<string, number[]>([...files.keys()].map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    const nothing = cpuMs(empty);
    for (const [name, file] of files) more.get(name)?.push(cpuMs(file) - nothing);
  }
  return more;
}

const program = `
require(process.argv[1]);
const { user, system } = process.cpuUsage();
require('node:fs').writeSync(1, String((user + system) / 1000));
process.exit();
`;

/** The CPU milliseconds of a process that loads this file and ends. */
function cpuMs(file: string): number {
  const environment = {
    ...process.env,
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TCB_ENV: 'local-1',
    SCF_NAMESPACE: 'local-1',
  };
  const output = execFileSync(process.execPath, ['-e', program, file], {
    env: environment,
    encoding: 'utf8',
  });
  return Number(output.split('\n').at(-1));
}

function written(dir: string, name: string, text: string): string {
  writeFileSync(join(dir, name), text);
  return join(dir, name);
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
