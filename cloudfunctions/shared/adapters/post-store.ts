import { PostDocument, type PersonDocument } from '../contract/documents';
import type { Board } from '../contract/board';
import type { RecordDocument, ReviewDocument } from '../contract/moderation-documents';
import { isUnended, unendedStatuses } from '../domain/post-life';
import { newPerson } from '../domain/person';
import { newRecord } from '../domain/record';
import { newPhotoCheck } from '../domain/post-photos';
import { command, database } from './database';
import { readDocument, type Ordered } from './ordered-writes';
import { accepted, documents } from './stored';
import { claimCopies, type TakenPicture } from './taken-pictures';
import { writeFor, type Author, type Seen, type WritingFor } from './write-for';

const posts = () => database.collection('posts');

/** Most posts of one person that are ever listed. */
const ownListLimit = 100;

/** A person's posts, the newest first. */
export async function postsOf(ownerId: string): Promise<PostDocument[]> {
  const answer = await posts().where({ ownerId }).orderBy('publishedAtMs', 'desc').limit(ownListLimit).get();
  return documents(PostDocument, answer);
}

/** A person's posts that have not ended. */
export async function unendedPostsOf(ownerId: string): Promise<PostDocument[]> {
  return (await postsOf(ownerId)).filter(({ status }) => unendedStatuses.some((each) => each === status));
}

/** Reads these posts by their ids. */
export async function postsById(ids: readonly string[]): Promise<Map<string, PostDocument>> {
  if (ids.length === 0) return new Map();
  const answer = await posts()
    .where({ _id: command.in([...new Set(ids)]) })
    .limit(ownListLimit)
    .get();
  return new Map(documents(PostDocument, answer).map((post) => [post._id, post]));
}

/** What publishing knows of the person, all read in one transaction. */
export interface PublishingState {
  person: PersonDocument;
  openOnBoard: number;
  /** Posts on this board that were withdrawn early, for as long as they would have lived. */
  withdrawn: PostDocument[];
  /** The same of posts that were given away or helped without any contact. */
  fulfilledAlone: PostDocument[];
  record: RecordDocument;
  /** The stored post and its review, when a post is corrected. */
  earlier: PostDocument | null;
  review: ReviewDocument | null;
}

/** What is stored for a publication, all in the same transaction. */
export interface Publication {
  post: PostDocument;
  person: PersonDocument;
  record: RecordDocument;
  review: ReviewDocument | null;
}

/** Posts of a person that may be open, as its document lists them. */
type OpenPosts = NonNullable<PersonDocument['openPosts']>;

interface PublishingKey {
  postId: string;
  author: Author & { person: Seen };
  board: Board;
  /** Whether an existing post is being sent again; otherwise an existing one is answered as it is. */
  isCorrection: boolean;
  /** Photos that become the post's; absent for a correction, which changes none. */
  photos?: readonly TakenPicture[];
  nowMs: number;
}

type Decide = (state: PublishingState) => Publication;

/**
 * Publishes in one transaction: `decide` sees the person's state and answers the post to insert and the person to
 * store; a post that an earlier try made is answered as it is. Writing the person puts two simultaneous publications of
 * one person in order, so that neither the limit nor the public point can be raced. The transaction looks only at posts
 * that the person's document lists, because a transaction takes documents one by one.
 */
export async function publishInOrder(key: PublishingKey, decide: Decide): Promise<PostDocument> {
  const published = await writeFor(key.author, (writing) => publishOne(writing, key, decide, null));
  if (published) return published;
  // Needed once for each person, because from then on the document lists the person's posts.
  const listed = await openPostsOf(key);
  const post = await writeFor(key.author, (writing) => publishOne(writing, key, decide, listed));
  if (!post) throw new Error('a person without a list of open posts was given one');
  return post;
}

/**
 * Reads without a transaction, so that a request that `check` refuses need not queue for one.
 * @returns the post, if an earlier try made it
 */
export async function foresee(
  key: PublishingKey,
  check: (state: PublishingState) => void,
): Promise<PostDocument | null> {
  const { id } = key.author.person;
  const person = (await readDocument('persons', id)) ?? newPerson(id);
  const found = await stateOf({ read: readDocument, person }, key, null);
  if (found && 'existing' in found) return found.existing;
  if (found) check(found.state);
  return null;
}

/** Null when the person's document has no list of posts and the caller gives none. */
async function publishOne(
  { read, write, person }: WritingFor,
  key: PublishingKey,
  decide: Decide,
  listed: OpenPosts | null,
): Promise<PostDocument | null> {
  if (!person) throw new Error('a post is published for a person');
  const found = await stateOf({ read, person }, key, listed);
  if (!found || 'existing' in found) return found?.existing ?? null;
  const { post, person: changed, record, review } = decide(found.state);
  const { photos } = key;
  if (photos && !(await claimCopies({ read, write }, photos, newPhotoCheck(post._id, key.nowMs))))
    throw new Error('a photo was let go of within the call that took it');
  const openPosts = [...found.listed, { id: post._id, board: key.board }];
  await write('persons', { ...changed, openPosts });
  await write('records', record);
  if (review) await write('reviews', review);
  await write('posts', post);
  return post;
}

/** The post of an earlier try; otherwise the facts to decide by, and the list without ended posts. */
async function stateOf(
  { read, person }: Pick<Ordered, 'read'> & { person: PersonDocument },
  { postId, board, isCorrection, nowMs }: PublishingKey,
  givenList: OpenPosts | null,
): Promise<{ existing: PostDocument } | { state: PublishingState; listed: OpenPosts } | null> {
  const existing = await read('posts', postId);
  if (existing && !isCorrection) return { existing };
  const known = person.openPosts ?? givenList;
  if (!known) return null;
  const listed: OpenPosts = [];
  const onBoard: PostDocument[] = [];
  // A refused post that is corrected is added again; every other ended post stays ended.
  for (const entry of known) {
    if (entry.id === postId) continue;
    if (entry.board === board) {
      const post = await read('posts', entry.id);
      if (!post || !isListed(post, nowMs)) continue;
      onBoard.push(post);
    }
    listed.push(entry);
  }
  return {
    state: {
      person,
      openOnBoard: onBoard.filter((post) => isUnended(post, nowMs)).length,
      withdrawn: onBoard.filter(({ status }) => status === 'withdrawn'),
      fulfilledAlone: await withoutContacts(
        { read },
        onBoard.filter(({ status }) => status === 'fulfilled'),
      ),
      record: (await read('records', person._id)) ?? newRecord(person._id),
      earlier: existing,
      review: isCorrection ? await read('reviews', postId) : null,
    },
    listed,
  };
}

const isListed = (post: PostDocument, nowMs: number): boolean =>
  isUnended(post, nowMs) ||
  ((post.status === 'withdrawn' || post.status === 'fulfilled') && post.expiresAtMs > nowMs);

/** A contact leaves an admission, which is kept with the post. */
async function withoutContacts(
  { read }: Pick<Ordered, 'read'>,
  ended: readonly PostDocument[],
): Promise<PostDocument[]> {
  const alone: PostDocument[] = [];
  for (const post of ended) if (!(await read('admissions', post._id))) alone.push(post);
  return alone;
}

async function openPostsOf({ author, nowMs }: PublishingKey): Promise<OpenPosts> {
  const open = (await postsOf(author.person.id)).filter((post) => isListed(post, nowMs));
  return open.map(({ _id: id, board }) => ({ id, board }));
}

/** The fields of a post that change during its life. */
export type PostChange = Partial<
  Pick<
    PostDocument,
    | 'status'
    | 'portions'
    | 'expiresAtMs'
    | 'closedAtMs'
    | 'undo'
    | 'question'
    | 'questionDueAtMs'
    | 'goneBy'
    | 'confirmedAtMs'
    | 'isResting'
    | 'priority'
    | 'timeRank'
  >
>;

/**
 * Changes a post if its status, life and portions are still those of `seen`.
 * @returns whether it was changed; false means that another call was first
 */
export async function changePost(seen: PostDocument, { undo, ...fields }: PostChange): Promise<boolean> {
  const answer = await posts()
    .where({
      _id: seen._id,
      status: seen.status,
      expiresAtMs: seen.expiresAtMs,
      ...(seen.portions && { 'portions.left': seen.portions.left }),
    })
    .update({ ...fields, ...(undo !== undefined && { undo: command.set(undo) }) });
  return accepted(answer).updated === 1;
}

/** A page of open posts that end after one moment and until another, the first to end first. */
export async function endingPosts(
  { after, until }: { after: number; until: number },
  limit: number,
): Promise<PostDocument[]> {
  const answer = await posts()
    .where({ status: 'published', expiresAtMs: command.gt(after).and(command.lte(until)) })
    .orderBy('expiresAtMs', 'asc')
    .limit(limit)
    .get();
  return documents(PostDocument, answer);
}

/** Marks every post whose end has passed while it was open, hidden or waiting; answers how many. */
export async function expirePosts(nowMs: number): Promise<number> {
  const answer = await posts()
    .where({ status: command.in([...unendedStatuses]), expiresAtMs: command.lte(nowMs) })
    .update({ status: 'expired', closedAtMs: nowMs });
  return accepted(answer).updated ?? 0;
}
