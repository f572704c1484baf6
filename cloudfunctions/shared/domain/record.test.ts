import fc from 'fast-check';
import { RecordDocument } from '../contract/moderation-documents';
import {
  newRecord,
  reportsPerDay,
  withAccusation,
  withOwnReport,
  withoutAccusation,
  withPost,
} from './record';

const dayMs = 24 * 3_600_000;
const now = Date.parse('2022-12-20T12:00:00+08:00');
const empty = newRecord('a'.repeat(32));
const idOf = (number: number): string => number.toString(16).padStart(32, '0');
const sent = (number: number, atMs = now) =>
  ({ id: idOf(number), board: 'need', courses: 1, groups: 0, atMs }) as const;

describe('the reports that a person makes', () => {
  const used = Array.from({ length: reportsPerDay }).reduce<RecordDocument>(
    (record, _report, at) => withOwnReport(record, now + at) ?? record,
    empty,
  );

  test('are refused once the day’s are used up', () => {
    expect(used.reportedAtMs).toHaveLength(reportsPerDay);
    expect(withOwnReport(used, now + dayMs - 1)).toBeNull();
  });

  test('come back one by one, a day after each', () => {
    expect(withOwnReport(used, now + dayMs)?.reportedAtMs).toHaveLength(reportsPerDay);
    expect(withOwnReport(used, now + dayMs + reportsPerDay)?.reportedAtMs).toEqual([
      now + dayMs + reportsPerDay,
    ]);
  });
});

describe('the reports against a person', () => {
  const money = { reason: 'asked-for-money', weight: 1 } as const;

  test('count each accuser once, under the reason that was given', () => {
    const accused = [idOf(1), idOf(2), idOf(1)].reduce(
      (record, accuser) => withAccusation(record, money, accuser),
      withAccusation(empty, { reason: 'not-real', weight: 1 }, idOf(3)),
    );
    expect(accused.moneyReporters).toEqual([idOf(2), idOf(1)]);
    expect(accused.notRealReporters).toEqual([idOf(3)]);
  });

  test('leave nothing once a volunteer found nothing wrong, nor by a reporter who was mostly wrong', () => {
    const accused = withAccusation(withAccusation(empty, money, idOf(1)), money, idOf(2));
    expect(withoutAccusation(accused, idOf(1)).moneyReporters).toEqual([idOf(2)]);
    expect(withAccusation(empty, { ...money, weight: 0.49 }, idOf(1))).toEqual(empty);
    expect(withAccusation(empty, { ...money, weight: 0.5 }, idOf(1)).moneyReporters).toEqual([idOf(1)]);
  });

  test.each(['unsafe-medicine', 'rude', 'personal-data', 'other'] as const)(
    'leave nothing for %s',
    (reason) => {
      expect(withAccusation(empty, { reason, weight: 1 }, idOf(1))).toEqual(empty);
    },
  );
});

describe('the posts that a person sends', () => {
  test('are kept for a week, each once, the latest last', () => {
    const old = withPost(empty, sent(1, now - 7 * dayMs), true);
    const two = withPost(withPost(old, sent(2), true), sent(3, now + 1), true);
    expect(withPost(two, { ...sent(2, now + 2), courses: 2 }, false).posts).toEqual([
      sent(3, now + 1),
      { ...sent(2, now + 2), courses: 2 },
    ]);
  });

  test('count as publications only once they are public, and the first one stays the first', () => {
    const waiting = withPost(empty, sent(1), false);
    expect(waiting).toMatchObject({ publishedCount: 0, firstPublishedAtMs: null });
    const twice = withPost(withPost(waiting, sent(2, now + 1), true), sent(3, now + 2), true);
    expect(twice).toMatchObject({ publishedCount: 2, firstPublishedAtMs: now + 1 });
  });
});

test('a record fits its document, whatever happened', () => {
  const step = fc.record({
    kind: fc.constantFrom('report', 'money', 'not-real', 'post'),
    number: fc.nat(60),
    afterMs: fc.nat(dayMs),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
      let atMs = now;
      const end = steps.reduce<RecordDocument>((record, { kind, number, afterMs }) => {
        atMs += afterMs;
        if (kind === 'report') return withOwnReport(record, atMs) ?? record;
        if (kind === 'post') return withPost(record, sent(number, atMs), number % 2 === 0);
        const reason = kind === 'money' ? 'asked-for-money' : 'not-real';
        return withAccusation(record, { reason, weight: 1 }, idOf(number));
      }, empty);
      expect(RecordDocument.safeParse(end).error).toBeUndefined();
    }),
    { numRuns: 50 },
  );
});
