/** `npm run test:changed`: checks and tests what the working tree touches. `--help` says how. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const root = join(__dirname, '../..');

const help = `npm run test:changed [-- --since REF]

Looks at the files that differ from REF (default: HEAD, so what is not committed) and runs
  prettier and eslint on them, the compiler on all programs, the room check,
  the unit and component tests that import them, directly or not,
  and of the slower projects those test files that changed themselves.
It answers within a minute; npm test runs everything.
`;

/** Test files that are quick enough to run when anything they import changes. */
const quickProjects = ['unit', 'components'];

function main(): number {
  const { values } = parseArgs({
    options: {
      since: { type: 'string', default: 'HEAD' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const files = changedFiles(values.since);
  if (files.length === 0) {
    console.log(`nothing differs from ${values.since}`);
    return 0;
  }
  const sources = files.filter((file) => /\.tsx?$/.test(file));
  const steps: [string, string, string[]][] = [
    ['format', 'npx', ['prettier', '--check', '--ignore-unknown', ...files]],
    ['types', 'npm', ['run', '--silent', 'check:types']],
    ...(sources.length > 0 ? [['lint', 'npx', ['eslint', ...sources]] as [string, string, string[]]] : []),
    ['rooms', 'npm', ['run', '--silent', 'check:rooms']],
    ...testSteps(sources),
  ];
  const failed = steps.filter(([name, command, args]) => {
    console.error(`— ${name}`);
    return spawnSync(command, args, { cwd: root, stdio: 'inherit' }).status !== 0;
  });
  console.log(failed.length === 0 ? 'all passed' : `failed: ${failed.map(([name]) => name).join(', ')}`);
  return failed.length === 0 ? 0 : 1;
}

/**
 * The jest runs for changed sources: related quick tests, and those tests of the slow projects that changed themselves.
 */
function testSteps(sources: string[]): [string, string, string[]][] {
  if (sources.length === 0) return [];
  const jest = ['jest', '--passWithNoTests', '--silent'];
  const slow = sources.filter((file) => /(tests|test\/(conformance|journeys))\/.*\.test\.ts$/.test(file));
  return [
    ['tests', 'npx', [...jest, '--selectProjects', ...quickProjects, '--findRelatedTests', ...sources]],
    ...(slow.length > 0
      ? [
          ['slow tests that changed', 'npx', [...jest, '--runTestsByPath', ...slow]] as [
            string,
            string,
            string[],
          ],
        ]
      : []),
  ];
}

/** Changed and new files that still exist, relative to the repository. */
function changedFiles(since: string): string[] {
  const git = (...args: string[]): string[] =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean);
  const all = [...git('diff', '--name-only', since), ...git('ls-files', '--others', '--exclude-standard')];
  return [...new Set(all)].filter((file) => existsSync(join(root, file)));
}

process.exit(main());
