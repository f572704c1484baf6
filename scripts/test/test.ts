/** `npm test`: runs everything, light tests first. `--help` says how. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { buildFunctions, functionBuild } from '../build-functions';
import { ensureBrowser } from '../install-browser';
import { addTotals, planPhases, totalsOf, type Phase, type Totals } from './test-phases';

const root = join(__dirname, '../..');
const results = join(root, 'dist/test-results');

const help = `npm test [-- PATTERN ...] [-- OPTIONS OF JEST]

Runs the tests, in the order of their weight: what needs no browser side by side, then the journeys, one by one.
Ends with the line "N passed, N failed".

  npm test -- search                           only files whose path contains "search"
  npm test -- --selectProjects unit journeys   only these of: unit, components, conformance, integration, journeys
  npm test -- -t "two taps"                    only tests whose name matches

npm run test:unit, test:components, test:conformance, test:integration and test:journeys are short for one of them each.
`;

async function main(args: string[]): Promise<boolean> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(help);
    return true;
  }
  const phases = planPhases(args, availableParallelism());
  const environment = { ...process.env };
  if (phases.some((phase) => phase.browser)) environment.CHROMIUM_PATH = ensureBrowser();
  console.error(`cloud functions: ${(await buildFunctions(functionBuild(root))).join(', ') || 'none yet'}`);
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const outcomes = phases.map((phase, index) => run(phase, join(results, `${index}.json`), environment));
  const totals = addTotals(outcomes.map((outcome) => outcome.totals));
  writeFileSync(join(results, 'totals.json'), JSON.stringify(totals));
  console.log(`${totals.passed} passed, ${totals.failed} failed`);
  return totals.failed === 0 && outcomes.every((outcome) => outcome.status === 0);
}

function run(
  phase: Phase,
  resultFile: string,
  environment: NodeJS.ProcessEnv,
): { totals: Totals; status: number } {
  console.error(`\n${phase.projects.join(' and ')}`);
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const options = [
    ...phase.args,
    '--maxWorkers',
    String(phase.workers),
    '--passWithNoTests',
    '--json',
    '--outputFile',
    resultFile,
    '--selectProjects',
    ...phase.projects,
  ];
  // With --json jest writes progress to stderr and the result to stdout; people see only stderr.
  const { status } = spawnSync(process.execPath, [jest, ...options], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: environment,
  });
  return { totals: totalsOf(readResult(resultFile)), status: status ?? 1 };
}

/** If jest ended before it wrote a result, that counts as one failure. */
function readResult(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

main(process.argv.slice(2)).then(
  (good) => process.exit(good ? 0 : 1),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    console.log('0 passed, 1 failed');
    process.exit(1);
  },
);
