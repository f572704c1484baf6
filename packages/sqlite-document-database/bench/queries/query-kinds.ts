import type { Random } from '../fixtures/random';
import { commonItem, rareItem, threeItems, type Item } from '../fixtures/items';
import type { Places, Point } from '../fixtures/places';

export const pageSize = 20;

/** A query for open needs of any of these items, nearest first. */
export interface NearbyQuery {
  centre: Point;
  items: readonly Item[];
  /** The greatest distance; undefined means any distance. */
  radiusMeters?: number;
  skip: number;
  /** Whether it asks only for posts for the rare group, which no index contains. */
  rareGroup?: boolean;
}

export interface QueryKind {
  name: string;
  /** The query in words. */
  meaning: string;
  /** Whether the kind counts towards the goals. The other kinds only show how an engine behaves. */
  named: boolean;
  draw(places: Places, random: Random): NearbyQuery;
}

const radiusMeters = 20_000;
const one = [commonItem] as const;

/** The queries of the benchmarks: each asks for the 20 nearest posts. */
export const queryKinds: readonly QueryKind[] = [
  {
    name: 'dense',
    meaning: 'one item within 20 km in a large city',
    named: true,
    draw: (places, random) => ({
      centre: places.inDenseCity(random),
      items: one,
      radiusMeters: radiusMeters,
      skip: 0,
    }),
  },
  {
    name: 'three',
    meaning: 'three items within 20 km in a large city',
    named: true,
    draw: (places, random) => ({
      centre: places.inDenseCity(random),
      items: threeItems,
      radiusMeters: radiusMeters,
      skip: 0,
    }),
  },
  {
    name: 'page 5',
    meaning: 'the fifth page of `dense`',
    named: true,
    draw: (places, random) => ({
      centre: places.inDenseCity(random),
      items: one,
      radiusMeters: radiusMeters,
      skip: 4 * pageSize,
    }),
  },
  {
    name: 'county',
    meaning: 'one item, from a county with nothing within 50 km, however far',
    named: true,
    draw: (places, random) => ({ centre: places.inSilentCounty(random), items: one, skip: 0 }),
  },
  {
    name: 'rare',
    meaning: 'an item that one post in a thousand names, however far',
    named: true,
    draw: (places, random) => ({
      centre: places.anywhere(random),
      items: [rareItem],
      skip: 0,
    }),
  },
  {
    name: 'unindexed',
    meaning: 'one item for a group that one post in a thousand is for and no index knows, however far',
    named: false,
    draw: (places, random) => ({
      centre: places.inDenseCity(random),
      items: one,
      skip: 0,
      rareGroup: true,
    }),
  },
];
