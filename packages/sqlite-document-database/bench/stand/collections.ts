import type { CollectionSpec } from '../../src/index';

type Keys = CollectionSpec['indexes'][number]['keys'];

const index = (indexName: string, keys: Record<string, Keys[number]['direction']>) => ({
  indexName,
  unique: false,
  keys: Object.entries(keys).map(([name, direction]) => ({ name, direction })),
});

const byPlace = index('board_item_point', {
  board: '1',
  status: '1',
  itemCodes: '1',
  publicPoint: '2dsphere',
});

const others = [
  index('board_point', { board: '1', status: '1', publicPoint: '2dsphere' }),
  index('board_item_time', { board: '1', status: '1', itemCodes: '1', publishedAtMs: '-1' }),
  index('board_city_point', { board: '1', status: '1', cityCode: '1', publicPoint: '2dsphere' }),
  index('owner', { ownerId: '1', status: '1' }),
  index('expiry', { status: '1', expiresAtMs: '1' }),
];

const posts = (indexes: CollectionSpec['indexes']): CollectionSpec[] => [
  { collectionName: 'posts', aclTag: 'ADMINONLY', indexes },
];

/** The posts with the one index that the benchmarks' queries need; the peers have the same. */
export const postsWithOneIndex = (): CollectionSpec[] => posts([byPlace]);

/** The posts with six indexes, as a program with several lists has them. */
export const postsWithSixIndexes = (): CollectionSpec[] => posts([byPlace, ...others]);
