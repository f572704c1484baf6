/** A post that an engine found; metres on the sphere that the query names distances on. */
export interface Found {
  id: string;
  meters: number;
}

/**
 * Whether two answers to one query are the same: as many posts, at the same distances position by position, and the same
 * posts but for those that lie so near another that the order, or the end of the page, may fall either way.
 * @param toleranceMeters how exactly both engines know where a post is
 * @returns a sentence about the first difference, or undefined
 */
export function difference(
  expected: readonly Found[],
  answered: readonly Found[],
  toleranceMeters: number,
): string | undefined {
  if (expected.length !== answered.length) return `${answered.length} posts instead of ${expected.length}`;
  for (const [place, { meters }] of expected.entries()) {
    const other = answered[place]?.meters ?? NaN;
    if (!(Math.abs(meters - other) <= toleranceMeters))
      return `post ${place} lies at ${other} m instead of ${meters} m`;
  }
  const metersOf = new Map(expected.map(({ id, meters }) => [id, meters]));
  const edge = (expected.at(-1)?.meters ?? 0) - toleranceMeters;
  const start = (expected[0]?.meters ?? 0) + toleranceMeters;
  for (const { id, meters } of answered) {
    const known = metersOf.get(id);
    // A page's first and last posts may change places with the neighbouring page's.
    if (known === undefined && meters < edge && meters > start) return `post ${id} does not belong there`;
    if (known !== undefined && Math.abs(known - meters) > toleranceMeters)
      return `post ${id} lies at ${meters} m instead of ${known} m`;
  }
  return undefined;
}
