/** One run of jest. */
export interface Phase {
  projects: string[];
  browser: boolean;
  workers: number;
  /** Further arguments for jest. */
  args: string[];
}

export interface Totals {
  passed: number;
  failed: number;
}

/** Journeys wait for what a person would see, so they must not share the processor with each other's browsers. */
const phases = [
  { projects: ['unit', 'components', 'conformance', 'integration'], browser: false, alone: false },
  { projects: ['journeys'], browser: true, alone: true },
];

const known = new Set(phases.flatMap(({ projects }) => projects));

/** Divides the requested projects (all when none is named) into runs. */
export function planPhases(args: string[], cores: number): Phase[] {
  const { projects, rest } = takeProjects(args);
  return phases
    .map((phase) => ({
      ...phase,
      projects: phase.projects.filter((name) => projects.length === 0 || projects.includes(name)),
    }))
    .filter((phase) => phase.projects.length > 0)
    .map(({ projects: chosen, browser, alone }) => ({
      projects: chosen,
      browser,
      workers: alone ? 1 : Math.max(1, cores),
      args: rest,
    }));
}

/** `--selectProjects a b` takes the following words that are names of projects; the next word is a pattern of paths. */
function takeProjects(args: string[]): { projects: string[]; rest: string[] } {
  const at = args.indexOf('--selectProjects');
  if (at < 0) return { projects: [], rest: args };
  const after = args.slice(at + 1);
  const end = after.findIndex((word) => !known.has(word));
  const projects = end < 0 ? after : after.slice(0, end);
  return { projects, rest: [...args.slice(0, at), ...after.slice(projects.length)] };
}

/** Totals of jest's JSON result; a file that could not even run counts as a failure, and so does a missing result. */
export function totalsOf(resultJson: string | undefined): Totals {
  if (resultJson === undefined) return { passed: 0, failed: 1 };
  const result = JSON.parse(resultJson) as {
    numPassedTests: number;
    numFailedTests: number;
    numRuntimeErrorTestSuites: number;
  };
  return { passed: result.numPassedTests, failed: result.numFailedTests + result.numRuntimeErrorTestSuites };
}

export function addTotals(all: Totals[]): Totals {
  return all.reduce((sum, each) => ({ passed: sum.passed + each.passed, failed: sum.failed + each.failed }), {
    passed: 0,
    failed: 0,
  });
}
