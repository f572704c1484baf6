import type { PersonDocument, Spot } from '../contract/documents';

/** Spots kept of a person: far more than anybody needs at home, with parents and at work. */
export const keptSpots = 50;

/** A human being of whom nothing is stored yet. */
export const newPerson = (id: string): PersonDocument => ({
  _id: id,
  spots: [],
  openPosts: null,
  charges: [],
  returns: [],
  callBacks: [],
  blockedAtMs: null,
  revision: 0,
});

/** The spots after one was used: it is the latest, the one unused longest goes when there are too many. */
export function withSpot(spots: readonly Spot[], used: Spot): Spot[] {
  const [lng, lat] = used.publicPoint.coordinates;
  const others = spots.filter(
    ({ publicPoint: { coordinates } }) => coordinates[0] !== lng || coordinates[1] !== lat,
  );
  return [...others, used].slice(-keptSpots);
}
