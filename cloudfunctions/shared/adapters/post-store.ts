import { PersonDocument, PostDocument } from '../contract/documents';
import type { Board } from '../contract/board';
import { accepted, documentOrNull, documents } from './stored';
import { command, database } from './database';

/** A running transaction, as far as it is used; the SDK itself leaves it untyped. */
type Transaction = Pick<typeof database, 'collection'>;

const posts = () => database.collection('posts');

/** Most posts of one person that are ever listed. */
const ownListLimit = 100;

export async function findPost(id: string): Promise<PostDocument | null> {
  return documentOrNull(PostDocument, await posts().where({ _id: id }).limit(1).get());
}

/** A person's posts, the newest first. */
export async function postsOf(ownerId: string): Promise<PostDocument[]> {
  const answer = await posts().where({ ownerId }).orderBy('publishedAtMs', 'desc').limit(ownListLimit).get();
  return documents(PostDocument, answer);
}

/** What publishing sees of the person, all read in one transaction. */
export interface PublishingState {
  /** The post with this id, if an earlier try already made it. */
  existing: PostDocument | null;
  person: PersonDocument | null;
  openOnBoard: number;
}

/**
 * Publishes in one transaction: `decide` sees the person's state and answers the post to insert and the person to
 * store, or the post that stands already. Writing the person puts two simultaneous publications of one person in order,
 * so that neither limit nor public point can be raced.
 */
export async function publishInOrder(
  key: { postId: string; ownerId: string; board: Board; nowMs: number },
  decide: (state: PublishingState) => { post: PostDocument; person: PersonDocument } | PostDocument,
): Promise<PostDocument> {
  const result: unknown = await database.runTransaction(async (transaction: Transaction) => {
    const postDocument = transaction.collection('posts').doc(key.postId);
    const personDocument = transaction.collection('persons').doc(key.ownerId);
    const existing = documentOrNull(PostDocument, await postDocument.get());
    const person = documentOrNull(PersonDocument, await personDocument.get());
    const open = await transaction
      .collection('posts')
      .where({
        ownerId: key.ownerId,
        board: key.board,
        status: 'published',
        expiresAtMs: command.gt(key.nowMs),
      })
      .get();
    const decided = decide({ existing, person, openOnBoard: documents(PostDocument, open).length });
    if (!('post' in decided)) return decided;
    const { _id: personId, ...personFields } = decided.person;
    const { _id: postId, ...postFields } = decided.post;
    accepted(await transaction.collection('persons').doc(personId).set(personFields));
    accepted(await transaction.collection('posts').doc(postId).set(postFields));
    return decided.post;
  });
  return PostDocument.parse(result);
}

/** The fields of a post that change during its life. */
export type PostChange = Partial<Pick<PostDocument, 'status' | 'portions' | 'expiresAtMs' | 'closedAtMs'>>;

/**
 * Changes a post if its status, life and portions are still those of `seen`.
 * @returns whether it was changed; false means that somebody else was first
 */
export async function changePost(seen: PostDocument, fields: PostChange): Promise<boolean> {
  const answer = await posts()
    .where({
      _id: seen._id,
      status: seen.status,
      expiresAtMs: seen.expiresAtMs,
      ...(seen.portions && { 'portions.left': seen.portions.left }),
    })
    .update(fields);
  return accepted(answer).updated === 1;
}

/** Marks every published post whose end has passed; answers how many. */
export async function expirePosts(nowMs: number): Promise<number> {
  const answer = await posts()
    .where({ status: 'published', expiresAtMs: command.lte(nowMs) })
    .update({ status: 'expired', closedAtMs: nowMs });
  return accepted(answer).updated ?? 0;
}
