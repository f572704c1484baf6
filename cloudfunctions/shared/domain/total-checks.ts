const firstPauseMs = 500;
const longestPauseMs = 4_000;

/**
 * How long a check of a name waits, by how many the whole environment has asked for today: nothing up to the day's number, then longer
 * with each tenth above it. The total never refuses anybody, because then strangers could close the door to all.
 */
export function pauseMs(total: number, expected: number): number {
  if (total <= expected) return 0;
  const tenths = Math.floor(((total - expected) * 10) / expected);
  return Math.min(longestPauseMs, firstPauseMs * (1 + tenths));
}
