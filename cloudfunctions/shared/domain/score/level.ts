import type { ScoredReason } from '../../contract/moderation-documents';

/** From this many points on a post waits for a volunteer. */
export const doubtfulPoints = 3;
/** From this many points on it is refused; only several strong reasons together reach this. */
export const clearPoints = 9;

/** The consequence of a score. `reduced`: published with less reach; its owner reads that. */
export type ScoreLevel = 'low' | 'reduced' | 'doubtful' | 'clear';

export const pointsOf = (score: readonly ScoredReason[]): number =>
  score.reduce((sum, { points }) => sum + points, 0);

export const isDoubtful = (score: readonly ScoredReason[]): boolean => pointsOf(score) >= doubtfulPoints;

export function levelOf(score: readonly ScoredReason[]): ScoreLevel {
  const points = pointsOf(score);
  if (points >= clearPoints) return 'clear';
  if (points >= doubtfulPoints) return 'doubtful';
  return points > 0 ? 'reduced' : 'low';
}
