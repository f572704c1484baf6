import { createSeedCounts } from './counts';
import { demoMembers, demoPosts } from './demo-documents';
import { inventedMembers, type InventedPerson } from './invented-members';
import { inventedPosts } from './posts';

/** The part of the local database (sqlite-document-database) that the seed uses. */
export interface BulkLoader {
  bulkLoad(
    collection: string,
    documents: Iterable<Record<string, unknown>>,
    progress?: (done: number) => void,
  ): Promise<number>;
}

export interface SeedOptions {
  /** How many posts the boards hold afterwards, ended ones included. With 0 only the people are seeded. */
  posts: number;
  /** The moment from which every date is counted, in milliseconds since the epoch. */
  now: number;
  /** `PHONE_KEY_V1` of the data folder, which seals the phones of everyone who can be called. */
  phoneKey: string;
  /** Called from time to time with the number of posts written so far. */
  progress?(done: number): void;
}

/**
 * Fills empty collections with believable people and posts from all over China, the same ones for the same moment and
 * number. All of it is invented except the eight sentences of need-words.ts that people really wrote. An invented home is
 * itself the public point, because an invented person needs no protection.
 */
export async function seedDatabase(
  database: BulkLoader,
  { posts, now, phoneKey, progress }: SeedOptions,
): Promise<void> {
  await database.bulkLoad('members', demoMembers(now, phoneKey));
  if (posts === 0) return;
  const kept = demoPosts(now).slice(0, posts);
  const counts = createSeedCounts();
  const owners = new Map<string, InventedPerson>();
  await database.bulkLoad('posts', allPosts(), progress);
  await database.bulkLoad('members', inventedMembers(owners.values(), { phoneKey, nowMs: now }));
  await database.bulkLoad('counts', counts.documents(now));

  function* allPosts(): Generator<Record<string, unknown>> {
    for (const post of kept) yield counts.add(post);
    for (const post of inventedPosts(posts - kept.length, now)) {
      owners.set(post.ownerId, { personId: post.ownerId, maskedName: post.ownerName });
      yield counts.add(post);
    }
  }
}
