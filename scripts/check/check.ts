/** `npm run check`: every check that needs no test. `--help` says how. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const root = join(__dirname, '../..');

const help = `npm run check [-- --fix]

Runs every check, two at a time, and prints what each one found:

  format   prettier                                 npm run check:format
  lint     eslint                                   npm run check:lint
  types    tsc, for each of the three programs      npm run check:types
  rooms    dependency-cruiser: who may import whom  npm run check:rooms
  docs     no line too long, no dead link           npm run check:docs
  english  no word that strangers stumble over      npm run check:english
  paths    no room reads another's files by path    npm run check:paths
  dead     knip: files, exports and packages that nothing uses  npm run check:dead
  configuration  generated files are up to date     npm run check:configuration

  --fix    first lets prettier and eslint mend what they can
`;

const names = ['types', 'lint', 'dead', 'format', 'rooms', 'paths', 'docs', 'english', 'configuration'];
const width = 2;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      fix: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  if (values.fix) {
    // One after the other, because both write the same files.
    await run('npx', ['eslint', '--fix', '.']);
    await run('npx', ['prettier', '--write', '--log-level', 'warn', '.']);
  }
  const waiting = [...names];
  const failed: string[] = [];
  const work = async (): Promise<void> => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const { status, output } = await run('npm', ['run', '--silent', `check:${name}`]);
      if (status !== 0) failed.push(name);
      console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name}`);
      if (status !== 0) console.log(output.trimEnd());
    }
  };
  await Promise.all(Array.from({ length: width }, work));
  if (failed.length > 0)
    console.log(`failed: ${failed.join(', ')} (npm run check -- --fix mends format and some of lint)`);
  return failed.length > 0 ? 1 : 0;
}

function run(command: string, args: string[]): Promise<{ status: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    child.once('close', (status) => resolve({ status: status ?? 1, output }));
  });
}

main().then(
  (status) => process.exit(status),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
