import { lastRound, type DocumentCheckDocument } from '../contract/documents';

type Waiting = Pick<DocumentCheckDocument, 'round' | 'submittedAtMs' | 'left'>;

const minuteMs = 60_000;
/** Another operator decides what one has left; where there is only one, that one again after a day. */
const leftForMs = 24 * 60 * minuteMs;

export const rounds: readonly number[] = Array.from({ length: lastRound + 1 }, (_, round) => round);

/** How urgent a document is now: each further document of a phone on one day waits twice as long as the one before. */
const urgency = ({ round, submittedAtMs }: Waiting, nowMs: number): number =>
  (Math.max(0, nowMs - submittedAtMs) + minuteMs) / 2 ** round;

/** The most urgent first; of equally urgent ones the longest waiting. */
export const documentsByUrgency =
  (nowMs: number) =>
  (left: Waiting, right: Waiting): number =>
    urgency(right, nowMs) - urgency(left, nowMs) || left.submittedAtMs - right.submittedAtMs;

export const mayDecide = ({ left }: Waiting, operatorId: string, nowMs: number): boolean =>
  left?.by !== operatorId || nowMs - left.atMs >= leftForMs;
