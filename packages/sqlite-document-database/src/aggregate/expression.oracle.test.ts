import fc from 'fast-check';
import { documentFields } from '../query/field-reader';
import { expressions } from '../../test/arbitrary/arbitrary-expressions';
import { typedDocument } from '../../test/arbitrary/arbitrary-operands';
import { expectNaiveValue } from '../../test/reference/expect-naive-value';
import { oracleSeed as seed } from '../../test/arbitrary/oracle-seed';
import { compileExpression } from './expressions/compile';

test(`8,000 expressions have the values that a naive reading of the manual gives (ORACLE_SEED=${seed})`, () => {
  fc.assert(
    fc.property(
      typedDocument,
      fc.array(expressions.any, { minLength: 4, maxLength: 4 }),
      (document, asked) => {
        for (const each of asked)
          expectNaiveValue(each, document, (sent, stored) => compileExpression(sent, documentFields)(stored));
      },
    ),
    { numRuns: 2_000, seed },
  );
});
