import type { PostStatus } from '../contract/board';
import type { PostDocument } from '../contract/documents';
import type { NoteFinding } from '../contract/errors';
import type { OwnersReview, PostReview } from '../contract/review';
import { unseenMs } from './reporting';
import { causeSentences, refusalSentences } from './review-words';

/** A waiting post is looked at within this time on an ordinary day. Its owner reads it, and it is not a promise. */
const expectedMs = 60 * 60_000;

/**
 * When a decision is expected at the pace of the queue: what waits longest in the same lane says how long this one may wait, and a
 * quarter more.
 */
export const expectedAfter = (sinceMs: number, oldestSinceMs: number | null, nowMs: number): number =>
  sinceMs + Math.max(expectedMs, oldestSinceMs === null ? 0 : Math.round(1.25 * (nowMs - oldestSinceMs)));

const ended: ReadonlySet<PostStatus> = new Set(['fulfilled', 'withdrawn', 'expired']);

/** What a post's owner reads about its review; null where there is nothing to say, as after the post's end. */
export function ownersReview(
  { review, status }: Pick<PostDocument, 'review' | 'status'>,
  findings: readonly NoteFinding[],
): OwnersReview | null {
  if (!review || ended.has(status)) return null;
  const waits = review.state === 'waiting';
  return {
    ...review,
    sentence: sentenceOf(review),
    expectedByMs: waits
      ? review.sinceMs + expectedMs
      : status === 'hidden'
        ? review.sinceMs + unseenMs
        : null,
    findings: review.why.includes('note-doubtful') ? [...findings] : [],
  };
}

function sentenceOf({ state, why, reason, isAppealed }: PostReview): string {
  const causes = why.map((cause) => causeSentences[cause]).join('');
  const refusal = reason === null ? '' : refusalSentences[reason];
  switch (state) {
    case 'waiting':
      return isAppealed
        ? '已经申诉，会由另一位志愿者再看一次。'
        : `还没有公开，要先看一眼。${causes}您可以现在改好再发。`;
    case 'hidden':
      return `暂时不显示，志愿者看过就有结果。${causes}`;
    case 'to-correct':
      return `请改一下再发：${refusal}`;
    case 'refused':
      return `没有公开：${refusal}${isAppealed ? '申诉也看过了。' : '您可以改好再发，或者申诉一次，由另一位志愿者看。'}`;
    case 'reduced':
      return causes;
  }
}
