const hourMs = 3_600_000;

/**
 * One number that sorts posts, highest first: by the hour of publishing, within the hour those with priority, then by
 * time. Stored on the post, so that a page by time is one walk along one index.
 */
export function timeRank(publishedAtMs: number, priority: 0 | 1): number {
  const hour = Math.floor(publishedAtMs / hourMs);
  return (hour * 2 + priority) * hourMs + (publishedAtMs - hour * hourMs);
}

/** The time of publishing that a rank was made from. */
export function rankedMoment(rank: number): number {
  const hour = Math.floor(rank / (2 * hourMs));
  return hour * hourMs + (rank % hourMs);
}
