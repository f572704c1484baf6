import fc from 'fast-check';
import { openSql } from '../storage/sqlite';
import { linesOf, storedTexts } from './stored-texts';

const line = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom('布洛芬', '{"note":"高烧40度"}', '', '𠮷野家', '\u0a00\u000b\u0a0a', 'x'.repeat(5000)),
);

test('lines of UTF-8 become the strings that were written', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 30 }), (lines) => {
      const written = lines.map((each) => Buffer.from(each).toString().replaceAll('\n', ' '));
      expect(linesOf(new TextEncoder().encode(written.join('\n')))).toEqual(written);
    }),
  );
});

test('each row number finds its text, in the given order, and nothing for a missing row', async () => {
  const sql = await openSql(':memory:');
  sql.exec('CREATE TABLE c_1 (rid INTEGER PRIMARY KEY, doc TEXT NOT NULL)');
  const textOf = (rid: number): string => `{"_id":${rid},"note":"${rid % 3 ? '布'.repeat(rid) : 'plain'}"}`;
  for (let rid = 1; rid <= 120; rid++) sql.prepare('INSERT INTO c_1 VALUES (?, ?)').run(rid, textOf(rid));
  fc.assert(
    fc.property(
      fc.array(
        fc.integer({ min: 1, max: 2 ** 40 }).map((n) => n % 150),
        { maxLength: 130 },
      ),
      (rids) => {
        expect(storedTexts(sql, { id: 1, name: 'things', indexes: [], unfinished: false }, rids)).toEqual(
          rids.map((rid) => (rid >= 1 && rid <= 120 ? textOf(rid) : undefined)),
        );
      },
    ),
  );
  sql.close();
});
