import { timeRank } from '@facts/time-rank';
import type { PostDocument } from '../contract/documents';
import { campaign } from '../kernel/campaign';
import { aDocument } from '../testing/a-document';
import { kept, nextQuestionAtMs, questionStep, withGone } from './post-question';

const { limits } = campaign;
const nowMs = 1_700_000_000_000;
const minuteMs = 60_000;
const dueMs = nowMs + limits.stillNeededHours * 60 * minuteMs;
const spare = (changes: Partial<PostDocument> = {}): PostDocument =>
  aDocument({ board: 'spare', portions: { total: 3, left: 3 }, ...changes });
const urgent = (changes: Partial<PostDocument> = {}): PostDocument =>
  aDocument({
    groups: ['elderly'],
    priority: 1,
    publishedAtMs: nowMs,
    timeRank: timeRank(nowMs, 1),
    questionDueAtMs: dueMs,
    ...changes,
  });
const [one, other] = ['1'.repeat(32), '2'.repeat(32)];

test('one viewer who found a spare empty changes nothing; the second makes its owner be asked', () => {
  const first = withGone(spare(), one, true, nowMs, limits);
  expect(first).toMatchObject({ question: null, questionDueAtMs: null });
  expect(withGone(first, one, true, nowMs, limits).question).toBeNull();
  expect(withGone(first, other, true, nowMs, limits)).toMatchObject({
    question: { kind: 'gone', askedAtMs: nowMs },
    questionDueAtMs: nowMs + limits.goneAnswerMinutes * minuteMs,
  });
});

test('a viewer who takes it back counts no more', () => {
  const first = withGone(spare(), one, true, nowMs, limits);
  const none = withGone(first, one, false, nowMs, limits);
  expect(withGone(none, other, true, nowMs, limits).question).toBeNull();
});

test('a spare without an answer ends; with one it starts afresh', () => {
  const asked = withGone(withGone(spare(), one, true, nowMs, limits), other, true, nowMs, limits);
  const lateMs = asked.questionDueAtMs ?? 0;
  expect(questionStep(asked, lateMs - 1, limits)).toEqual(asked);
  expect(questionStep(asked, lateMs, limits)).toMatchObject({ status: 'fulfilled', closedAtMs: lateMs });
  expect(kept(asked, nowMs, limits)).toMatchObject({ question: null, questionDueAtMs: null, goneBy: [] });
});

test('only an urgent need is asked', () => {
  expect(nextQuestionAtMs({ board: 'need', groups: ['infant'] }, nowMs, limits)).toBe(dueMs);
  expect(nextQuestionAtMs({ board: 'need', groups: [] }, nowMs, limits)).toBeNull();
  expect(nextQuestionAtMs({ board: 'spare', groups: ['infant'] }, nowMs, limits)).toBeNull();
});

test('an urgent need without an answer loses its priority, and gets exactly its place back with one', () => {
  const asked = questionStep(urgent(), dueMs, limits);
  expect(asked.question).toEqual({ kind: 'still-needed', askedAtMs: dueMs });
  const lateMs = asked.questionDueAtMs ?? 0;
  const back = questionStep(asked, lateMs, limits);
  expect(back).toMatchObject({ status: 'published', priority: 0, questionDueAtMs: null });
  expect(back.timeRank).toBeLessThan(urgent().timeRank);
  const again = kept(back, lateMs, limits);
  expect(again).toMatchObject({ priority: 1, timeRank: urgent().timeRank, question: null });
  expect(again.questionDueAtMs).toBe(lateMs + limits.stillNeededHours * 60 * minuteMs);
});

test('a post that is not on its board is asked nothing', () => {
  const hidden = questionStep(urgent({ status: 'hidden' }), dueMs, limits);
  expect(hidden).toMatchObject({ question: null, questionDueAtMs: null });
});
