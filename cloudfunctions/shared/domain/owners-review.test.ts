import type { PostStatus } from '../contract/board';
import type { NoteFinding } from '../contract/errors';
import type { PostReview } from '../contract/review';
import { RefusalReason, ReviewCause } from '../contract/review';
import { expectedAfter, ownersReview } from './owners-review';
import { unseenMs } from './reporting';
import { causeSentences, refusalSentences } from './review-words';

const sinceMs = Date.parse('2022-12-20T12:00:00+08:00');
const review: PostReview = { state: 'waiting', why: [], reason: null, sinceMs, isAppealed: false };
const findings: NoteFinding[] = [{ kind: 'wechat', words: '微信' }];
const read = (parts: Partial<PostReview>, status: PostStatus = 'pending') =>
  ownersReview({ review: { ...review, ...parts }, status }, findings);

test('a post without a review says nothing', () => {
  expect(ownersReview({ review: null, status: 'published' }, findings)).toBeNull();
});

test.each(['fulfilled', 'withdrawn', 'expired'] as const)(
  'a post that is %s says nothing of its review',
  (status) => {
    for (const state of ['waiting', 'reduced', 'hidden'] as const) expect(read({ state }, status)).toBeNull();
  },
);

test('every cause and every refusal is a sentence of its owner’s', () => {
  for (const cause of ReviewCause.options) {
    expect(causeSentences[cause]).toMatch(/。$/);
    expect(read({ why: [cause] })?.sentence).toContain(causeSentences[cause]);
  }
  for (const reason of RefusalReason.options)
    expect(read({ state: 'refused', reason }, 'rejected')?.sentence).toContain(refusalSentences[reason]);
});

test.each([
  ['waiting', 'pending', sinceMs + 60 * 60_000],
  ['hidden', 'hidden', sinceMs + unseenMs],
  ['refused', 'rejected', null],
  ['reduced', 'published', null],
] as const)('a post that is %s says by when a decision is expected', (state, status, expectedByMs) => {
  expect(read({ state, reason: 'other' }, status)?.expectedByMs).toBe(expectedByMs);
});

test('a long queue is said, a short one is an hour', () => {
  const hourMs = 60 * 60_000;
  const nowMs = sinceMs + 10_000;
  expect(expectedAfter(sinceMs, null, nowMs)).toBe(sinceMs + hourMs);
  expect(expectedAfter(sinceMs, nowMs - hourMs / 2, nowMs)).toBe(sinceMs + hourMs);
  expect(expectedAfter(sinceMs, nowMs - 4 * hourMs, nowMs)).toBe(sinceMs + 5 * hourMs);
});

test('the words in doubt are shown only where they are the cause', () => {
  expect(read({ why: ['note-doubtful'] })?.findings).toEqual(findings);
  expect(read({ why: ['quantities'] })?.findings).toEqual([]);
});

test('after an appeal no second one is offered', () => {
  const refused = { state: 'refused', reason: 'rude' } as const;
  expect(read(refused, 'rejected')?.sentence).toContain('或者申诉一次');
  expect(read({ ...refused, isAppealed: true }, 'rejected')?.sentence).not.toContain('或者申诉一次');
});
