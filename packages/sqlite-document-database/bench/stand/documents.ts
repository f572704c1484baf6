import { join } from 'node:path';
import type { CollectionSpec, Database } from '../../src/index';
import { openDocuments } from '../contestants/document-database';
import { benchPosts } from '../fixtures/posts';
import { postsWithOneIndex } from './collections';
import type { BenchFolder } from './folder';
import { withProgress } from './progress';

/** The documents of the benchmarks: the fixture's posts, or a program's own documents made from them. */
export interface Documents {
  of(count: number): Iterable<object>;
  collections: CollectionSpec[];
}

const fixture = (): Documents => ({ of: benchPosts, collections: postsWithOneIndex() });

/** A folder with the documents in its `database`, loaded when the folder is empty. */
export async function folderWithPosts(
  folder: BenchFolder,
  posts: number,
  documents: Documents = fixture(),
): Promise<string> {
  const place = folder.engine('cloud', posts);
  if (!place.loaded) {
    const database = await openDocuments(join(place.dir, 'database'), documents.collections);
    await fillDocuments(database, posts, documents);
    await database.close();
    place.markLoaded();
  }
  return place.dir;
}

export const fillDocuments = (
  database: Database,
  posts: number,
  documents: Documents = fixture(),
): Promise<{ result: number; spentMs: number }> =>
  withProgress('loading the database', posts, (progress) =>
    database.bulkLoad('posts', documents.of(posts) as Iterable<Record<string, unknown>>, progress),
  );

export const openFolderDatabase = (
  cloudDir: string,
  collections: CollectionSpec[] = postsWithOneIndex(),
): Promise<Database> => openDocuments(join(cloudDir, 'database'), collections);
