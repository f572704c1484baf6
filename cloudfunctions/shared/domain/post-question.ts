import { isCallTime } from '@facts/call-hours';
import { rankedMoment, timeRank } from '@facts/time-rank';
import type { CampaignLimits } from '../contract/campaign';
import type { PostDocument } from '../contract/documents';
import { quietUntilMs } from './matching';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

type Limits = Pick<
  CampaignLimits,
  | 'goneReportsToAsk'
  | 'goneAnswerMinutes'
  | 'stillThereHours'
  | 'stillThereAnswerMinutes'
  | 'stillNeededHours'
  | 'stillNeededLaterHours'
  | 'stillNeededAnswerMinutes'
  | 'matching'
>;

/** When the owner of a post that is published or confirmed now is asked about it. */
export function nextQuestionAtMs(
  { board, groups }: Pick<PostDocument, 'board' | 'groups'>,
  nowMs: number,
  limits: Pick<Limits, 'stillThereHours' | 'stillNeededHours' | 'stillNeededLaterHours'>,
): number {
  if (board === 'spare') return nowMs + limits.stillThereHours * hourMs;
  return nowMs + hourMs * (groups.length > 0 ? limits.stillNeededHours : limits.stillNeededLaterHours);
}

/**
 * Whether it is not known if anything is left of a spare: its owner has not answered, or sleeps. It takes requests to call back instead of
 * giving a number. One viewer's 已送完 is not enough while its owner may still answer: else one alone could keep all others from it.
 */
export const isUnconfirmed = ({
  board,
  isResting,
  goneBy,
  question,
  questionDueAtMs,
}: Pick<PostDocument, 'board' | 'isResting' | 'goneBy' | 'question' | 'questionDueAtMs'>): boolean => {
  if (board !== 'spare' || !isResting) return false;
  const mayStillAnswer = questionDueAtMs !== null && question?.kind !== 'gone';
  return goneBy.length === 0 || !mayStillAnswer;
};

/** What of a post tells whether it gives a number now. */
type Reach = Pick<
  PostDocument,
  'board' | 'isResting' | 'goneBy' | 'question' | 'questionDueAtMs' | 'callHours'
>;

/** Whether the owner of an open post can be called now; else a viewer can only ask to be called back. */
export const givesNumber = (post: Reach, nowMs: number): boolean =>
  isCallTime(post.callHours, nowMs) && !isUnconfirmed(post);

/** An urgent need with the place that it has for its groups. */
const isUrgent = ({ board, priority }: Pick<PostDocument, 'board' | 'priority'>): boolean =>
  board === 'need' && priority === 1;

/** An urgent need whose owner did not answer, and that has lost its place for it. */
export const hasSteppedBack = ({
  board,
  groups,
  priority,
  question,
}: Pick<PostDocument, 'board' | 'groups' | 'priority' | 'question'>): boolean =>
  board === 'need' && groups.length > 0 && priority === 0 && question !== null;

/**
 * Notes that a viewer found a spare empty, or takes it back. The first one makes it rest, and its owner be asked at once; only after
 * the second does it end without an answer: one alone may be mistaken, or mean harm.
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
  if (post.status !== 'published' || post.question?.kind === 'gone') return { ...post, goneBy };
  if (!isGone) {
    const isUnanswered = post.question !== null && post.questionDueAtMs === null;
    return { ...post, goneBy, isResting: isUnanswered || (post.isResting && goneBy.length > 0) };
  }
  const resting = { ...post, goneBy, isResting: true };
  if (goneBy.length < goneReportsToAsk) return { ...resting, ...askedNow(post, nowMs) };
  return {
    ...resting,
    question: { kind: 'gone', askedAtMs: nowMs },
    questionDueAtMs: nowMs + goneAnswerMinutes * minuteMs,
  };
}

/** Notes that the owner of a spare did not pick up: unless they showed only just that there is some, they are asked at once. */
export function withNoAnswer(
  post: PostDocument,
  nowMs: number,
  { stillThereAnswerMinutes }: Limits,
): PostDocument {
  const isFresh = nowMs - shownAtMs(post) < stillThereAnswerMinutes * minuteMs;
  return post.status !== 'published' || isFresh ? post : { ...post, ...askedNow(post, nowMs) };
}

/**
 * A spare whose number one more person has. More people than portions who got it since it was last shown to be there: it rests, and its
 * owner is asked at once, because the next one would most likely find nothing.
 */
export const withTakers = (post: PostDocument, takersSinceShown: number, nowMs: number): PostDocument =>
  post.portions && post.status === 'published' && takersSinceShown > post.portions.left
    ? { ...post, isResting: true, ...askedNow(post, nowMs) }
    : post;

/** When the owner of a spare last showed that there is some. */
export const shownAtMs = ({ confirmedAtMs, publishedAtMs }: PostDocument): number =>
  confirmedAtMs ?? publishedAtMs;

/** The question is due at once, unless it has been asked. */
const askedNow = ({ question, questionDueAtMs }: PostDocument, nowMs: number) => ({
  questionDueAtMs: question === null ? nowMs : questionDueAtMs,
});

/**
 * What is due of a post's question: its owner is asked, or did not answer in time. At night only owners of urgent needs are asked; a spare
 * rests until its owner was asked and has answered, and no answer of another owner is overdue.
 */
export function questionStep(post: PostDocument, nowMs: number, limits: Limits): PostDocument {
  if (post.status !== 'published' || post.questionDueAtMs === null) return { ...post, questionDueAtMs: null };
  if (post.questionDueAtMs > nowMs) return post;
  if (post.question?.kind === 'gone')
    return { ...post, status: 'fulfilled', closedAtMs: nowMs, question: null, questionDueAtMs: null };
  const isSpare = post.board === 'spare';
  const wakesAtMs = isUrgent(post) ? null : quietUntilMs(limits.matching, nowMs);
  const answerMs = minuteMs * (isSpare ? limits.stillThereAnswerMinutes : limits.stillNeededAnswerMinutes);
  if (wakesAtMs !== null)
    return {
      ...post,
      isResting: post.isResting || isSpare,
      questionDueAtMs: post.question === null ? wakesAtMs : wakesAtMs + answerMs,
    };
  if (post.question === null)
    return {
      ...post,
      question: { kind: isSpare ? 'still-there' : 'still-needed', askedAtMs: nowMs },
      questionDueAtMs: nowMs + answerMs,
    };
  if (!isUrgent(post)) return { ...post, isResting: true, questionDueAtMs: null };
  return {
    ...post,
    ...inOrderOf(post, 0),
    questionDueAtMs: post.question.askedAtMs + limits.stillNeededLaterHours * hourMs,
  };
}

/** The post of an owner who says that there is still some, or that it is still needed: with the place that it had. */
export const kept = (post: PostDocument, nowMs: number, limits: Limits): PostDocument => ({
  ...post,
  ...inOrderOf(post, post.groups.length > 0 ? 1 : 0),
  question: null,
  questionDueAtMs: nextQuestionAtMs(post, nowMs, limits),
  goneBy: [],
  confirmedAtMs: post.board === 'spare' ? nowMs : null,
  isResting: false,
});

/** A post after something was done with it that shows that there is some: a spare on its board is confirmed. */
export const shownToBeThere = (post: PostDocument, nowMs: number, limits: Limits): PostDocument =>
  post.board === 'spare' && post.status === 'published' ? kept(post, nowMs, limits) : post;

const inOrderOf = ({ timeRank: rank }: PostDocument, priority: 0 | 1) => ({
  priority,
  timeRank: timeRank(rankedMoment(rank), priority),
});
