import { timeRank } from '@facts/time-rank';
import { campaign } from '../kernel/campaign';
import { aDocument } from '../testing/a-document';
import { newReview } from './reporting';
import {
  checkedAgain,
  claimed,
  judged,
  mayUndo,
  onBoard,
  returned,
  undone,
  type CheckAnswer,
} from './reviewing';
import { weighed, type Weighing } from './weighed-post';
import { undoMs } from './queue';

const { limits } = campaign;
const nowMs = 10 ** 12;
const open = aDocument({ expiresAtMs: nowMs + 10 ** 8, publishedAtMs: nowMs, timeRank: timeRank(nowMs, 0) });
const plain: Weighing = { score: [], platform: 'pass', findings: [], mustBeSeen: false, rankedAtMs: null };
const weigher = { account: 'openid', owner: 'o'.repeat(32), caseId: 'c'.repeat(32), nowMs };
const doubtful = { ...plain, score: [{ code: 'note-doubtful' as const, points: 3 }] };
const waiting = weighed(open, doubtful, weigher);
const review = waiting.review ?? newReview(open, weigher);
const judgement = { by: 'v'.repeat(32), nowMs, limits };

test('an honest post without doubt goes up at once, and one that WeChat has not checked does not', () => {
  expect(weighed(open, plain, weigher)).toEqual({ post: open, review: null });
  const unchecked = weighed(open, { ...plain, platform: 'unavailable' }, weigher);
  expect([unchecked.post.status, unchecked.review?.state]).toEqual(['pending', 'unchecked']);
});

test('an offer for everybody keeps its board and loses its priority, and its owner is notified', () => {
  const spare = aDocument({ board: 'spare', groups: ['infant'], priority: 1 });
  const { post, review: none } = weighed(
    spare,
    { ...plain, score: [{ code: 'all-groups', points: 1 }] },
    weigher,
  );
  expect(none).toBeNull();
  expect(post).toMatchObject({
    status: 'published',
    priority: 0,
    review: { state: 'reduced', why: ['all-groups'] },
  });
});

test('a withdrawn post that is published again has the place of the first one', () => {
  const { post } = weighed(open, { ...plain, rankedAtMs: nowMs - 7_200_000 }, weigher);
  expect(post.timeRank).toBeLessThan(open.timeRank);
  expect(post.review?.why).toEqual(['republished']);
  const later = onBoard({ ...post, status: 'pending' }, nowMs + 3_600_000, limits);
  expect(later.timeRank).toBe(post.timeRank);
});

test.each([
  ['publish', null, 'published'],
  ['refuse', 'selling', 'rejected'],
  ['ask-to-correct', 'unclear', 'pending'],
] as const)('%s, and taken back: the post is as before', (verdict, reason, status) => {
  const inHand = claimed(review, judgement.by, nowMs);
  const decided = judged(inHand, waiting.post, { ...judgement, verdict, reason });
  expect(decided.post?.status).toBe(status);
  expect(mayUndo(decided.review, judgement.by, nowMs + undoMs - 1)).toBe(true);
  expect(mayUndo(decided.review, judgement.by, nowMs + undoMs)).toBe(false);
  expect(mayUndo(decided.review, 'another', nowMs)).toBe(false);
  const back = undone(decided.review, decided.post, nowMs);
  expect(back.post).toEqual(waiting.post);
  expect(back.review).toEqual(inHand);
});

test('a post that its owner withdrew meanwhile stays withdrawn', () => {
  const withdrawn = { ...waiting.post, status: 'withdrawn' as const };
  const step = judged(review, withdrawn, { ...judgement, verdict: 'publish', reason: null });
  expect([step.post, step.review.decision?.verdict]).toEqual([null, 'moot']);
});

test('a hidden post that comes back keeps its place and takes one reporter more', () => {
  const hidden = { ...open, status: 'hidden' as const };
  const step = returned(newReview(hidden, weigher), hidden);
  expect(step.post).toEqual(open);
  expect(step.review).toMatchObject({ returns: 1, reportedWeight: 0, dueAtMs: null, state: 'waiting' });
});

test.each<[CheckAnswer, boolean, string, string]>([
  ['pass', false, 'published', 'decided'],
  ['pass', true, 'pending', 'waiting'],
  ['review', false, 'pending', 'waiting'],
  ['risky', false, 'rejected', 'decided'],
  ['unavailable', false, 'pending', 'unchecked'],
])(
  'a text that WeChat answers with %s, doubtful otherwise: %p, is then %s',
  (answer, isDoubtful, status, state) => {
    const sent = weighed(open, { ...(isDoubtful ? doubtful : plain), platform: 'unavailable' }, weigher);
    const step = checkedAgain(sent.review ?? review, sent.post, answer, { nowMs, limits });
    expect([(step.post ?? sent.post).status, step.review.state]).toEqual([status, state]);
  },
);

test('WeChat is asked again at growing intervals of at most ten minutes', () => {
  const sent = weighed(open, { ...plain, platform: 'unavailable' }, weigher);
  let now = sent.review ?? review;
  const waits: number[] = [];
  for (let tries = 0; tries < 6; tries += 1) {
    now = checkedAgain(now, sent.post, 'unavailable', { nowMs, limits }).review;
    waits.push(((now.dueAtMs ?? 0) - nowMs) / 60_000);
  }
  expect(waits).toEqual([2, 4, 8, 10, 10, 10]);
});
