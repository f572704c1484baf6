import { rankedMoment, timeRank } from '@facts/time-rank';
import type { CampaignLimits } from '../contract/campaign';
import type { PostDocument } from '../contract/documents';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

type Limits = Pick<
  CampaignLimits,
  'goneReportsToAsk' | 'goneAnswerMinutes' | 'stillNeededHours' | 'stillNeededAnswerMinutes'
>;

/** When the owner of a post that is published or confirmed now is asked whether it is still needed: an urgent need alone. */
export const nextQuestionAtMs = (
  { board, groups }: Pick<PostDocument, 'board' | 'groups'>,
  nowMs: number,
  { stillNeededHours }: Limits,
): number | null => (board === 'need' && groups.length > 0 ? nowMs + stillNeededHours * hourMs : null);

/**
 * Notes that a viewer found a spare empty, or takes it back. The second one makes its owner be asked: one alone may be mistaken, or
 * mean harm.
 */
export function withGone(
  post: PostDocument,
  grantId: string,
  isGone: boolean,
  nowMs: number,
  { goneReportsToAsk, goneAnswerMinutes }: Limits,
): PostDocument {
  const others = post.goneBy.filter((id) => id !== grantId);
  const goneBy = isGone ? [...others, grantId].slice(-20) : others;
  const isAsked = post.status === 'published' && post.question === null && goneBy.length >= goneReportsToAsk;
  if (!isGone || !isAsked) return { ...post, goneBy };
  return {
    ...post,
    goneBy,
    question: { kind: 'gone', askedAtMs: nowMs },
    questionDueAtMs: nowMs + goneAnswerMinutes * minuteMs,
  };
}

/** What is due of a post's question: its owner is asked, or did not answer in time. */
export function questionStep(post: PostDocument, nowMs: number, limits: Limits): PostDocument {
  if (post.status !== 'published' || post.questionDueAtMs === null) return { ...post, questionDueAtMs: null };
  if (post.questionDueAtMs > nowMs) return post;
  switch (post.question?.kind) {
    case undefined:
      return {
        ...post,
        question: { kind: 'still-needed', askedAtMs: nowMs },
        questionDueAtMs: nowMs + limits.stillNeededAnswerMinutes * minuteMs,
      };
    case 'still-needed':
      return { ...post, ...inOrderOf(post, 0), questionDueAtMs: null };
    case 'gone':
      return { ...post, status: 'fulfilled', closedAtMs: nowMs, question: null, questionDueAtMs: null };
  }
}

/** The post of an owner who says that there is still some, or that it is still needed: with the place that it had. */
export const kept = (post: PostDocument, nowMs: number, limits: Limits): PostDocument => ({
  ...post,
  ...inOrderOf(post, post.groups.length > 0 ? 1 : 0),
  question: null,
  questionDueAtMs: nextQuestionAtMs(post, nowMs, limits),
  goneBy: [],
});

const inOrderOf = ({ timeRank: rank }: PostDocument, priority: 0 | 1) => ({
  priority,
  timeRank: timeRank(rankedMoment(rank), priority),
});
