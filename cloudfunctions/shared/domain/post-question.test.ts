import { timeRank } from '@facts/time-rank';
import type { PostDocument } from '../contract/documents';
import { campaign } from '../kernel/campaign';
import { aDocument } from '../testing/a-document';
import {
  hasSteppedBack,
  isUnconfirmed,
  kept,
  nextQuestionAtMs,
  questionStep,
  shownToBeThere,
  withGone,
  withNoAnswer,
  withTakers,
} from './post-question';

const { limits } = campaign;
const nowMs = Date.parse('2022-12-20T10:30:00+08:00');
const minuteMs = 60_000;
const dueMs = nowMs + limits.stillNeededHours * 60 * minuteMs;
const plainDueMs = nowMs + limits.stillNeededLaterHours * 60 * minuteMs;
const spareDueMs = nowMs + limits.stillThereHours * 60 * minuteMs;
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

test('the first viewer who found a spare empty makes it rest and its owner be asked; the second makes it end', () => {
  const first = withGone(spare(), one, true, nowMs, limits);
  expect(first).toMatchObject({ isResting: true, question: null, questionDueAtMs: nowMs });
  expect(questionStep(first, nowMs, limits)).toMatchObject({
    isResting: true,
    question: { kind: 'still-there', askedAtMs: nowMs },
  });
  expect(withGone(first, one, true, nowMs, limits).question).toBeNull();
  expect(withGone(first, other, true, nowMs, limits)).toMatchObject({
    isResting: true,
    question: { kind: 'gone', askedAtMs: nowMs },
    questionDueAtMs: nowMs + limits.goneAnswerMinutes * minuteMs,
  });
});

test('a viewer who takes it back counts no more', () => {
  const first = withGone(spare(), one, true, nowMs, limits);
  const none = withGone(first, one, false, nowMs, limits);
  expect(none.isResting).toBe(false);
  expect(withGone(none, other, true, nowMs, limits).question).toBeNull();
});

test('what a viewer takes back does not answer for the owner', () => {
  const unanswered = spare({ isResting: true, question: { kind: 'still-there', askedAtMs: nowMs } });
  const found = withGone(unanswered, one, true, nowMs, limits);
  expect(withGone(found, one, false, nowMs, limits).isResting).toBe(true);
});

test('a spare without an answer to two viewers ends; with one it starts afresh', () => {
  const asked = withGone(withGone(spare(), one, true, nowMs, limits), other, true, nowMs, limits);
  const lateMs = asked.questionDueAtMs ?? 0;
  expect(questionStep(asked, lateMs - 1, limits)).toEqual(asked);
  expect(questionStep(asked, lateMs, limits)).toMatchObject({ status: 'fulfilled', closedAtMs: lateMs });
  expect(kept(asked, nowMs, limits)).toMatchObject({
    question: null,
    questionDueAtMs: spareDueMs,
    goneBy: [],
    confirmedAtMs: nowMs,
    isResting: false,
  });
});

test('the owner of a spare is asked hours after the last sign of it, and it rests unanswered until they answer', () => {
  const quiet = spare({ questionDueAtMs: spareDueMs });
  expect(questionStep(quiet, spareDueMs - 1, limits)).toEqual(quiet);
  const asked = questionStep(quiet, spareDueMs, limits);
  expect(asked).toMatchObject({ question: { kind: 'still-there', askedAtMs: spareDueMs }, isResting: false });
  const lateMs = asked.questionDueAtMs ?? 0;
  expect(lateMs).toBe(spareDueMs + limits.stillThereAnswerMinutes * minuteMs);
  const resting = questionStep(asked, lateMs, limits);
  expect(resting).toMatchObject({ status: 'published', isResting: true, questionDueAtMs: null });
  expect(questionStep(resting, lateMs + 1e9, limits)).toEqual(resting);
  expect(shownToBeThere(resting, lateMs, limits)).toMatchObject({ isResting: false, confirmedAtMs: lateMs });
});

test('a spare takes requests to call back while its owner has not answered, but not on the word of one viewer alone', () => {
  const found = withGone(spare(), one, true, nowMs, limits);
  const asked = questionStep(found, nowMs, limits);
  const unanswered = questionStep(asked, asked.questionDueAtMs ?? 0, limits);
  const ending = withGone(found, other, true, nowMs, limits);
  expect([spare(), found, asked].map(isUnconfirmed)).toEqual([false, false, false]);
  expect([unanswered, ending].map(isUnconfirmed)).toEqual([true, true]);
  expect(isUnconfirmed(kept(unanswered, nowMs, limits))).toBe(false);
  expect(isUnconfirmed(aDocument({ isResting: true }))).toBe(false);
});

test('more people with its number than portions make a spare rest and its owner be asked, until they answer', () => {
  const fresh = spare({ questionDueAtMs: spareDueMs });
  expect(withTakers(fresh, 3, nowMs)).toBe(fresh);
  const taken = withTakers(fresh, 4, nowMs);
  expect(taken).toEqual({ ...fresh, isResting: true, questionDueAtMs: nowMs });
  expect(isUnconfirmed(taken)).toBe(true);
  expect(questionStep(taken, nowMs, limits)).toMatchObject({ question: { kind: 'still-there' } });
  expect(isUnconfirmed(kept(taken, nowMs, limits))).toBe(false);
  const need = aDocument({});
  expect(withTakers(need, 9, nowMs)).toBe(need);
  const ended = spare({ status: 'fulfilled' });
  expect(withTakers(ended, 9, nowMs)).toBe(ended);
});

test('the owner of a spare is asked nothing at night, and has the morning to answer; until then it rests', () => {
  const nightMs = Date.parse('2022-12-20T23:00:00+08:00');
  const morningMs = Date.parse('2022-12-21T07:00:00+08:00');
  const asleep = questionStep(spare({ questionDueAtMs: nightMs }), nightMs, limits);
  expect(asleep).toMatchObject({ question: null, questionDueAtMs: morningMs, isResting: true });
  expect(isUnconfirmed(asleep)).toBe(true);
  const awake = questionStep(asleep, morningMs, limits);
  expect(awake).toMatchObject({ question: { kind: 'still-there' }, isResting: true });
  expect(isUnconfirmed(kept(awake, morningMs, limits))).toBe(false);
  const asked = spare({
    question: { kind: 'still-there', askedAtMs: nightMs - 1 },
    questionDueAtMs: nightMs,
  });
  expect(questionStep(asked, nightMs, limits)).toMatchObject({
    isResting: true,
    questionDueAtMs: morningMs + limits.stillThereAnswerMinutes * minuteMs,
  });
});

test('a giver who does not pick up is asked, unless they have only just shown that there is some', () => {
  const laterMs = nowMs + limits.stillThereAnswerMinutes * minuteMs;
  const post = spare({ publishedAtMs: nowMs, questionDueAtMs: spareDueMs });
  expect(withNoAnswer(post, laterMs - 1, limits)).toEqual(post);
  expect(withNoAnswer(post, laterMs, limits)).toEqual({ ...post, questionDueAtMs: laterMs });
  const confirmed = { ...post, confirmedAtMs: nowMs + 1 };
  expect(withNoAnswer(confirmed, laterMs, limits)).toEqual(confirmed);
});

test('every post is asked, an urgent need before any other', () => {
  expect(nextQuestionAtMs({ board: 'need', groups: ['infant'] }, nowMs, limits)).toBe(dueMs);
  expect(nextQuestionAtMs({ board: 'need', groups: [] }, nowMs, limits)).toBe(plainDueMs);
  expect(nextQuestionAtMs({ board: 'spare', groups: ['infant'] }, nowMs, limits)).toBe(spareDueMs);
  expect(nextQuestionAtMs({ board: 'spare', groups: [] }, nowMs, limits)).toBe(spareDueMs);
});

test('an urgent need without an answer loses its priority, and gets exactly its place back with one', () => {
  const asked = questionStep(urgent(), dueMs, limits);
  expect(asked.question).toEqual({ kind: 'still-needed', askedAtMs: dueMs });
  const lateMs = asked.questionDueAtMs ?? 0;
  const back = questionStep(asked, lateMs, limits);
  const restsAtMs = dueMs + limits.stillNeededLaterHours * 60 * minuteMs;
  expect(back).toMatchObject({
    status: 'published',
    priority: 0,
    isResting: false,
    questionDueAtMs: restsAtMs,
  });
  expect([asked, back].map(hasSteppedBack)).toEqual([false, true]);
  expect(questionStep(back, restsAtMs - 1, limits)).toEqual(back);
  // That is half past ten in the evening.
  const asleep = questionStep(back, restsAtMs, limits);
  expect(asleep.isResting).toBe(false);
  const morningMs = Date.parse('2022-12-21T08:00:00+08:00');
  expect(asleep.questionDueAtMs).toBe(morningMs);
  expect(questionStep(asleep, morningMs, limits)).toMatchObject({ isResting: true, questionDueAtMs: null });
  expect(back.timeRank).toBeLessThan(urgent().timeRank);
  const again = kept(back, lateMs, limits);
  expect(again).toMatchObject({ priority: 1, timeRank: urgent().timeRank, question: null });
  expect(again.questionDueAtMs).toBe(lateMs + limits.stillNeededHours * 60 * minuteMs);
});

test('a need without an answer rests, but not at night', () => {
  const plain = aDocument({ groups: [], publishedAtMs: nowMs, questionDueAtMs: plainDueMs });
  const asked = questionStep(plain, plainDueMs, limits);
  expect(asked.question).toEqual({ kind: 'still-needed', askedAtMs: plainDueMs });
  const lateMs = plainDueMs + limits.stillNeededAnswerMinutes * minuteMs;
  const resting = questionStep(asked, lateMs, limits);
  expect(resting).toMatchObject({ status: 'published', isResting: true, questionDueAtMs: null });
  expect(hasSteppedBack(resting)).toBe(false);
  expect(kept(resting, lateMs, limits)).toMatchObject({
    isResting: false,
    question: null,
    confirmedAtMs: null,
  });
  const nightMs = Date.parse('2022-12-20T23:00:00+08:00');
  expect(questionStep({ ...plain, questionDueAtMs: nightMs }, nightMs, limits)).toMatchObject({
    question: null,
    questionDueAtMs: Date.parse('2022-12-21T07:00:00+08:00'),
  });
});

test('a post that is not on its board is asked nothing', () => {
  const hidden = questionStep(urgent({ status: 'hidden' }), dueMs, limits);
  expect(hidden).toMatchObject({ question: null, questionDueAtMs: null });
});
