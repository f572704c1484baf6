import { lastRound, type DocumentCheckDocument } from '../contract/check-document';

type Waiting = Pick<
  DocumentCheckDocument,
  'round' | 'submittedAtMs' | 'left' | 'decidedAtMs' | 'decidedBy' | 'secondUntilMs'
>;

const minuteMs = 60_000;
/** Another operator decides what one has left; where there is only one, that one again after a day. */
const leftForMs = 24 * 60 * minuteMs;
/** How long a decided document keeps its pictures for a second look. Without another operator, none comes. */
const secondLookMs = 24 * 60 * minuteMs;
/** A second look gives way to people who wait: it counts as somebody's second document of a day. */
const roundOfSecondLook = 1;

export const rounds: readonly number[] = Array.from({ length: lastRound + 1 }, (_, round) => round);

/** How urgent a document is now: each further document of a phone on one day waits twice as long as the one before. */
function urgency({ round, submittedAtMs, decidedAtMs }: Waiting, nowMs: number): number {
  const waitedMs = Math.max(0, nowMs - (decidedAtMs ?? submittedAtMs));
  return (waitedMs + minuteMs) / 2 ** (decidedAtMs === null ? round : roundOfSecondLook);
}

/** The most urgent first; of equally urgent ones the longest waiting. */
export const documentsByUrgency =
  (nowMs: number) =>
  (left: Waiting, right: Waiting): number =>
    urgency(right, nowMs) - urgency(left, nowMs) || left.submittedAtMs - right.submittedAtMs;

/** Whether an operator may decide a document that waits, or look at a decided one as the second. */
export function mayDecide(
  { left, decidedAtMs, decidedBy, secondUntilMs }: Waiting,
  operator: string,
  nowMs: number,
): boolean {
  if (decidedAtMs !== null) return secondUntilMs !== null && secondUntilMs > nowMs && decidedBy !== operator;
  return left?.by !== operator || nowMs - left.atMs >= leftForMs;
}

/**
 * Until when a second operator may look at a document that is decided now; null for nine of ten. The random case id decides. It was
 * drawn before the decision and leaves no function, so the first operator cannot know the answer.
 */
export const secondLookUntilMs = (caseId: string, nowMs: number): number | null =>
  Number.parseInt(caseId.slice(0, 8), 16) % 10 === 0 ? nowMs + secondLookMs : null;
