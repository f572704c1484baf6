import { demoMembers, demoPosts } from './demo-documents';
import { inventedPosts } from './posts';

/** What the seed needs of the local database (local/cloud/database). */
export interface BulkLoader {
  bulkLoad(
    collection: string,
    documents: Iterable<Record<string, unknown>>,
    progress?: (done: number) => void,
  ): Promise<number>;
}

export interface SeedOptions {
  /** How many posts the boards hold afterwards, ended ones included. 0 seeds the people alone. */
  posts: number;
  /** The moment that everything is dated from, in milliseconds since the epoch. */
  now: number;
  /** Called from time to time with the number of posts written so far. */
  progress?: (done: number) => void;
}

/**
 * Fills empty collections with believable people and posts from all over China, the same ones for the same moment and
 * number. All of it is invented but the eight sentences of need-words.ts that people really wrote.
 */
export async function seedDatabase(
  database: BulkLoader,
  { posts, now, progress }: SeedOptions,
): Promise<void> {
  await database.bulkLoad('members', demoMembers(now));
  if (posts === 0) return;
  const demo = demoPosts(now);
  const kept = demo.posts.slice(0, posts);
  await database.bulkLoad('persons', demo.persons);
  await database.bulkLoad('posts', allPosts(), progress);

  function* allPosts(): Generator<Record<string, unknown>> {
    yield* kept;
    yield* inventedPosts(posts - kept.length, now);
  }
}
