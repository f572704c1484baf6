import fc from 'fast-check';
import { documentFields } from '../../query/field-reader';
import { date, dateCounts, dateParts, datesMade, dateTexts } from '../../../test/arbitrary/arbitrary-dates';
import { expectNaiveValue } from '../../../test/reference/expect-naive-value';
import { oracleSeed as seed } from '../../../test/arbitrary/oracle-seed';
import type { Document } from '../../values/value';
import { compileExpression } from './compile';

const dates = fc.constantFrom('$t', '$u');
const expression = fc.oneof(
  dateCounts(dates),
  dateTexts(dates),
  dateParts(dates),
  datesMade(dates, fc.constantFrom('2022-01-01', '', 'x')),
);
const document = fc.record({ t: date, u: date }, { noNullPrototype: true }) as fc.Arbitrary<Document>;

test(`12,000 expressions on dates around clock changes have the manual's values (ORACLE_SEED=${seed})`, () => {
  fc.assert(
    fc.property(document, fc.array(expression, { minLength: 4, maxLength: 4 }), (subject, asked) => {
      for (const each of asked)
        expectNaiveValue(each, subject, (sent, stored) => compileExpression(sent, documentFields)(stored));
    }),
    { numRuns: 3_000, seed },
  );
});
