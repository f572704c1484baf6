import { addTotals, planPhases, totalsOf } from './test-phases';

const projectsOf = (args: string[]) => planPhases(args, 4).map((phase) => phase.projects);

describe('runs of npm test', () => {
  test('without arguments everything runs, browsers last and one at a time', () => {
    expect(planPhases([], 4)).toEqual([
      {
        projects: ['unit', 'components', 'conformance', 'integration'],
        browser: false,
        workers: 4,
        args: [],
      },
      { projects: ['journeys'], browser: true, workers: 1, args: [] },
    ]);
  });

  test.each([
    [['--selectProjects', 'unit'], [['unit']]],
    [['--selectProjects', 'journeys'], [['journeys']]],
    [['--selectProjects', 'conformance', 'integration'], [['conformance', 'integration']]],
  ])('%j runs only the named projects', (args, expected) => {
    expect(projectsOf(args)).toEqual(expected);
  });

  test('projects that need no browser do not ask for one', () => {
    expect(planPhases(['--selectProjects', 'unit', 'integration'], 4).map((phase) => phase.browser)).toEqual([
      false,
    ]);
  });

  test('a word after the projects that is not a project is a pattern of paths', () => {
    expect(planPhases(['--selectProjects', 'integration', 'contact-limits'], 1)).toEqual([
      { projects: ['integration'], browser: false, workers: 1, args: ['contact-limits'] },
    ]);
  });

  test('other arguments reach jest', () => {
    expect(planPhases(['search', '--selectProjects', 'unit', '--verbose'], 1)[0]?.args).toEqual([
      'search',
      '--verbose',
    ]);
  });
});

describe('totals', () => {
  test('files that could not run count as failed', () => {
    expect(totalsOf('{"numPassedTests":5,"numFailedTests":1,"numRuntimeErrorTestSuites":2}')).toEqual({
      passed: 5,
      failed: 3,
    });
  });

  test('a run without a result counts as failed', () => {
    expect(addTotals([{ passed: 5, failed: 0 }, totalsOf(undefined)])).toEqual({ passed: 5, failed: 1 });
  });
});
