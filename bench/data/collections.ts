import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CollectionSpec } from 'sqlite-document-database';

export const root = join(__dirname, '../..');

/**
 * The posts with the deployed index for the search by distance, and the documents that a search reads about its caller.
 */
export function postsByPlace(): CollectionSpec[] {
  const file = JSON.parse(readFileSync(join(root, 'cloudbaserc.json'), 'utf8')) as {
    database: { collections: CollectionSpec[] };
  };
  return file.database.collections
    .filter(({ collectionName }) => ['posts', 'members', 'spending'].includes(collectionName))
    .map((collection) => ({
      ...collection,
      indexes: collection.indexes.filter(({ indexName }) => indexName === 'board_item_point'),
    }));
}
