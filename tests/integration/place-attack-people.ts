import type { Spot } from '../../cloudfunctions/shared/contract/documents';
import type { Coordinates } from '../../cloudfunctions/shared/contract/place';
import { pointAt } from '../../cloudfunctions/shared/domain/distance';
import { withSpot } from '../../cloudfunctions/shared/domain/person';
import { choosePublicPoint } from '../../cloudfunctions/shared/domain/public-point';
import { fractions, keyedHash } from '../../cloudfunctions/shared/kernel/keyed-hash';

/** Somebody who posts from home again and again: what they show, one point a post, and how they pick. */
export interface Poster {
  home: Coordinates;
  /** Picks lie within this of home, uniform over the disc. */
  jitterMeters: number;
  seen: Coordinates[];
  /** Of each point of `seen`, the area that it was shown in: what an attacker does not see. */
  areas: string[];
}

/** A way to blur: all that one person picks, in order, to what is shown of it. */
export type Blur = (personId: string, picks: readonly Coordinates[]) => Spot[];

/** The product's own, with a key that no attack below is given. */
export const keyedBlur: Blur = (personId, picks) => {
  let spots: Spot[] = [];
  return picks.map((picked) => {
    const spot = choosePublicPoint(picked, spots, (area) =>
      fractions(keyedHash('a key of this environment', 'area', personId, area)),
    );
    spots = withSpot(spots, spot);
    return spot;
  });
};

/** The same with a fresh shift for each new spot: what must not be, to see that the attacks find homes where they can. */
export const freshBlur: Blur = (personId, picks) => {
  const known: { picked: Coordinates; spot: Spot }[] = [];
  return picks.map((picked, index) => {
    const [near] = keyedBlur(`${personId} ${index}`, [picked]);
    const same = known.find((each) => each.picked.join() === picked.join());
    if (same || !near)
      return same?.spot ?? { area: '0/0', publicPoint: { type: 'Point', coordinates: picked } };
    known.push({ picked, spot: near });
    return near;
  });
};

/** @param eraseAfter posts after which everything stored is erased once */
export function poster(
  personId: string,
  home: Coordinates,
  { jitterMeters, posts, blur, eraseAfter = posts }: PosterOptions,
  random: () => number,
): Poster {
  const picks = Array.from({ length: posts }, () =>
    pointAt(home, Math.sqrt(random()) * jitterMeters, random() * 2 * Math.PI),
  );
  const spots = [...blur(personId, picks.slice(0, eraseAfter)), ...blur(personId, picks.slice(eraseAfter))];
  return {
    home,
    jitterMeters,
    seen: spots.map(({ publicPoint }) => publicPoint.coordinates),
    areas: spots.map(({ area }) => area),
  };
}

interface PosterOptions {
  jitterMeters: number;
  posts: number;
  blur: Blur;
  eraseAfter?: number;
}
