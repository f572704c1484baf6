import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CollectionSpec } from 'sqlite-document-database';

export const ROOT = join(__dirname, '../..');
export const CLOUDBASERC = join(ROOT, 'cloudbaserc.json');

/** Every collection with its indexes, as the product is deployed. */
export function productCollections(): CollectionSpec[] {
  const file = JSON.parse(readFileSync(CLOUDBASERC, 'utf8')) as {
    database: { collections: CollectionSpec[] };
  };
  return file.database.collections;
}

/** The posts with the one index that the benchmarks' questions need: what the peers have. */
export function postsWithOneIndex(): CollectionSpec[] {
  return productCollections()
    .filter(({ collectionName }) => collectionName === 'posts')
    .map((posts) => ({
      ...posts,
      indexes: posts.indexes.filter(({ indexName }) => indexName === 'board_item_point'),
    }));
}
