import fc from 'fast-check';
import { aDocument } from '../testing/a-document';
import {
  newReview,
  reporterWeight,
  unseenMs,
  weightToHide,
  withReport,
  type ReportContext,
} from './reporting';

const limits = { reportersToHide: 2 };
const context = (changes: Partial<ReportContext> = {}): ReportContext => ({
  limits,
  isDoubtful: false,
  reporter: 'r',
  caseId: 'c'.repeat(32),
  nowMs: 1000,
  ...changes,
});
const published = aDocument({ expiresAtMs: 10 ** 12 });
const untouched = newReview(published, { owner: 'o', caseId: 'b'.repeat(32), nowMs: 0 });

/** Files reports by people of these weights, one after another; answers after how many the post is hidden. */
function reportersNeeded(weights: readonly number[], groups: 'infant'[] = [], returns = 0): number | null {
  const post = { ...published, groups };
  let review = { ...untouched, returns };
  for (const [at, weight] of weights.entries()) {
    const reported = withReport(review, post, { reason: 'rude', weight }, context({ reporter: `r${at}` }));
    if (reported.post?.status === 'hidden') return at + 1;
    review = reported.review;
  }
  return null;
}

test.each([
  [[1, 1], [], 0, 2],
  [[1, 1], ['infant' as const], 0, null],
  [[1, 1, 1], ['infant' as const], 0, 3],
  [[0.25, 0.25, 0.25, 0.25], [], 0, null],
  [[1, 0.25, 1], [], 0, 3],
  [[1, 1], [], 1, null],
  [[1, 1, 1], [], 1, 3],
])(
  'reporters of weight %p hide a post for %p that came back %i times after %p',
  (weights, groups, returns, needed) => {
    expect(reportersNeeded(weights, groups, returns)).toBe(needed);
  },
);

test('false reports weigh less and less, and no record weighs more than a stranger', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(1000), (reportsRight, reportsWrong) => {
      const weight = reporterWeight({ reportsRight, reportsWrong });
      expect(weight).toBeLessThanOrEqual(1);
      expect(weight).toBeGreaterThanOrEqual(0.25);
      expect(reporterWeight({ reportsRight, reportsWrong: reportsWrong + 1 })).toBeLessThanOrEqual(weight);
    }),
  );
  expect(reporterWeight({ reportsRight: 0, reportsWrong: 0 })).toBe(1);
  expect(2 * reporterWeight({ reportsRight: 0, reportsWrong: 1 })).toBeLessThan(
    weightToHide(published, limits, 0),
  );
});

test('a hidden post comes back unseen after fifteen minutes, unless its score is doubtful too', () => {
  const once = withReport(untouched, published, { reason: 'rude', weight: 1 }, context()).review;
  const hide = (isDoubtful: boolean) =>
    withReport(once, published, { reason: 'rude', weight: 1 }, context({ isDoubtful }));
  expect(hide(false).review.dueAtMs).toBe(1000 + unseenMs);
  expect(hide(true).review.dueAtMs).toBeNull();
});

test('a report after a decision opens a new case, with the same people kept from deciding', () => {
  const decided = { ...untouched, state: 'decided' as const, excluded: ['o', 'v'], returns: 1 };
  const { review } = withReport(decided, published, { reason: 'rude', weight: 1 }, context());
  expect(review).toMatchObject({
    state: 'waiting',
    caseId: 'c'.repeat(32),
    excluded: ['o', 'v', 'r'],
    returns: 1,
  });
});
