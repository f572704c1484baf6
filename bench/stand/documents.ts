import { join } from 'node:path';
import type { CollectionSpec, Database } from 'sqlite-document-database';
import { openDocuments } from '../contestants/document-database';
import { benchPosts } from '../data/posts';
import { postsWithOneIndex } from './collections';
import type { BenchFolder } from './folder';
import { withProgress } from './progress';

/** A data folder of the local cloud with the posts in its `database`, under the one index that the questions need; loaded when empty. */
export async function cloudDataWithPosts(folder: BenchFolder, posts: number): Promise<string> {
  const place = folder.engine('cloud', posts);
  if (!place.loaded) {
    const database = await openDocuments(join(place.dir, 'database'), postsWithOneIndex());
    await fillDocuments(database, posts);
    await database.close();
    place.markLoaded();
  }
  return place.dir;
}

export const fillDocuments = (
  database: Database,
  posts: number,
): Promise<{ result: number; spentMs: number }> =>
  withProgress('loading the database', posts, (progress) =>
    database.bulkLoad('posts', benchPosts(posts) as Iterable<Record<string, unknown>>, progress),
  );

export const openCloudDatabase = (
  cloudDir: string,
  collections: CollectionSpec[] = postsWithOneIndex(),
): Promise<Database> => openDocuments(join(cloudDir, 'database'), collections);
