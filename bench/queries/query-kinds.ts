import type { Coordinates } from '../../cloudfunctions/shared/contract/place';
import type { Random } from '../../local/seed/random';
import { COMMON_MEDICINE, RARE_MEDICINE, THREE_MEDICINES, type Medicine } from '../data/medicines';
import type { Places } from '../data/places';

export const PAGE_SIZE = 20;

/** Open needs of any of these medicines, nearest first. */
export interface NearbyQuery {
  centre: Coordinates;
  medicines: readonly Medicine[];
  /** Undefined: however far. */
  radiusMeters?: number;
  skip: number;
  /** Only posts for the rare group, which no index knows. */
  rareGroup?: boolean;
}

export interface QueryKind {
  name: string;
  /** What it asks, in words. */
  meaning: string;
  /** Counts towards the goals; the others are shown for what they tell. */
  named: boolean;
  draw(places: Places, random: Random): NearbyQuery;
}

const RADIUS_METERS = 20_000;
const one = [COMMON_MEDICINE] as const;

/** The questions of the benchmarks: 20 nearest each. */
export const QUERY_KINDS: readonly QueryKind[] = [
  {
    name: 'dense',
    meaning: 'one medicine within 20 km in a large city',
    named: true,
    draw: (places, random) => ({
      centre: places.inDenseCity(random).point,
      medicines: one,
      radiusMeters: RADIUS_METERS,
      skip: 0,
    }),
  },
  {
    name: 'three',
    meaning: 'three medicines within 20 km in a large city',
    named: true,
    draw: (places, random) => ({
      centre: places.inDenseCity(random).point,
      medicines: THREE_MEDICINES,
      radiusMeters: RADIUS_METERS,
      skip: 0,
    }),
  },
  {
    name: 'page 5',
    meaning: 'the fifth page of `dense`',
    named: true,
    draw: (places, random) => ({
      centre: places.inDenseCity(random).point,
      medicines: one,
      radiusMeters: RADIUS_METERS,
      skip: 4 * PAGE_SIZE,
    }),
  },
  {
    name: 'county',
    meaning: 'one medicine, from a county with nothing within 50 km, however far',
    named: true,
    draw: (places, random) => ({ centre: places.inSilentCounty(random), medicines: one, skip: 0 }),
  },
  {
    name: 'rare',
    meaning: 'a medicine that one post in a thousand names, however far',
    named: true,
    draw: (places, random) => ({
      centre: places.anywhere(random).point,
      medicines: [RARE_MEDICINE],
      skip: 0,
    }),
  },
  {
    name: 'unindexed',
    meaning: 'one medicine for a group that one post in a thousand is for and no index knows, however far',
    named: false,
    draw: (places, random) => ({
      centre: places.inDenseCity(random).point,
      medicines: one,
      skip: 0,
      rareGroup: true,
    }),
  },
];
