import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CollectionSpec } from 'sqlite-document-database';

export const root = join(__dirname, '../..');

/** The posts with the index that the search by distance walks, as the product is deployed, and what a search reads of its caller. */
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
