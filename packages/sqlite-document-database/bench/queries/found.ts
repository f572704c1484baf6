/** A post that an engine found, with its distance in metres on the sphere that the query names. */
export interface Found {
  id: string;
  meters: number;
}

/**
 * Whether two answers to one query agree: they have as many posts and the same distance at each position. They may
 * differ in posts that are so close together in distance that their order, or the end of the page, is not determined.
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
    // A page's first and last posts may be exchanged with those of the neighbouring page.
    if (known === undefined && meters < edge && meters > start) return `post ${id} does not belong there`;
    if (known !== undefined && Math.abs(known - meters) > toleranceMeters)
      return `post ${id} lies at ${meters} m instead of ${known} m`;
  }
  return undefined;
}
