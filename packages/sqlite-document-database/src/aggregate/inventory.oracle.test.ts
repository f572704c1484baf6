import fc from 'fast-check';
import { date, dateCounts, dateParts, datesMade, dateTexts } from '../../test/arbitrary/arbitrary-dates';
import { expressions } from '../../test/arbitrary/arbitrary-expressions';
import { pipeline } from '../../test/arbitrary/arbitrary-pipelines';
import { oracleSeed as seed } from '../../test/arbitrary/oracle-seed';
import { accumulators } from './accumulators';
import { expressionOperators } from './expressions/compile';
import { stages } from './stage';

/** Every name that begins with `$` in a sample of what an oracle generates. */
function drawn(arbitrary: fc.Arbitrary<unknown>, numRuns: number): Set<string> {
  const text = JSON.stringify(fc.sample(arbitrary, { numRuns, seed }));
  return new Set(text.match(/\$[A-Za-z0-9]+/g));
}

const dates = fc.oneof(dateCounts(date), dateTexts(date), dateParts(date), datesMade(date, fc.constant('')));

test.each<[string, readonly string[], fc.Arbitrary<unknown>, number, string[]]>([
  [
    'expressions',
    expressionOperators,
    fc.oneof(expressions.any, dates),
    6_000,
    // Regular expressions are generated in query/pattern.oracle.test.ts; tables of examples test the other three.
    ['$regexMatch', '$regexFind', '$regexFindAll', '$rand', '$toDecimal', '$toObjectId'],
  ],
  ['accumulators', accumulators, pipeline, 2_000, []],
  // geo/geo.oracle.test.ts tests `$geoNear`, pipeline.oracle.test.ts `$sample`.
  ['stages', stages, pipeline, 2_000, ['$geoNear', '$sample']],
])('the oracles cover all existing %s', (_name, supported, arbitrary, numRuns, elsewhere) => {
  const asked = drawn(arbitrary, numRuns);
  expect(supported.filter((name) => !asked.has(name)).sort()).toEqual([...elsewhere].sort());
});
