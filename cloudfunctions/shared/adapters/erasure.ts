import { GrantDocument, PostDocument } from '../contract/documents';
import { command, database } from './database';
import { removeWithPosts } from './kept-store';
import { removeNews } from './news-store';
import { releasePhotosOf } from './pictures';
import { accepted, documentOrNull, documents, idsOf } from './stored';

const pageSize = 100;

/** Selects contacts: those in which a person has a part, those with a post, or all. */
export type GrantsOf = { personId: string } | { postId: string } | 'everyone';

/** What erasing reads of a grant: as little as possible, so that a broken one can go too. */
const ErasedFields = GrantDocument.pick({ _id: true, state: true });
type ErasedFields = Pick<GrantDocument, '_id' | 'state'>;

/** Every grant of a person or a post, page after page by id, so grants may be removed meanwhile. */
export async function* grantsOf(whose: GrantsOf): AsyncGenerator<ErasedFields[]> {
  for (let after = ''; ;) {
    const answer = await database
      .collection('grants')
      .where(
        whose === 'everyone'
          ? { _id: command.gt(after) }
          : command.and([touching(whose), { _id: command.gt(after) }]),
      )
      .orderBy('_id', 'asc')
      .limit(pageSize)
      .field({ _id: true, state: true })
      .get();
    const ids = idsOf(answer);
    if (ids.length > 0) yield documents(ErasedFields, answer);
    const last = ids.at(-1);
    if (last === undefined || ids.length < pageSize) return;
    after = last;
  }
}

const touching = (whose: Exclude<GrantsOf, 'everyone'>): unknown =>
  'postId' in whose
    ? { postId: whose.postId }
    : command.or([{ viewerId: whose.personId }, { posterId: whose.personId }]);

/** Removes those of these grants that are over. */
export async function removeEndedGrants(ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  accepted(
    await database
      .collection('grants')
      .where({ _id: command.in([...ids]), state: 'ended' })
      .remove(),
  );
}

/** The ids of a page of a person's posts, in no order; remove them to come to the next. */
export async function somePostsOf(ownerId: string): Promise<string[]> {
  return idsOf(
    await database.collection('posts').where({ ownerId }).limit(pageSize).field({ _id: true }).get(),
  );
}

/** A page of ids of posts that left the board before a moment, the longest ago first; `skip` of them are passed over. */
export async function postsClosedBefore(momentMs: number, skip: number): Promise<string[]> {
  return idsOf(
    await database
      .collection('posts')
      .where({ closedAtMs: command.lt(momentMs) })
      .orderBy('closedAtMs', 'asc')
      .skip(skip)
      .limit(pageSize)
      .field({ _id: true })
      .get(),
  );
}

/** Removes posts with their admissions, reviews, rounds and news, and marks their photos for deletion; may be repeated. */
export async function removePosts(ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await releasePhotosOf(ids, Date.now());
  await removeNews('postId', ids);
  await removeWithPosts(ids);
}

/** A page of openids that are due to be looked at, or never were; `skip` of them are passed over. */
export async function accountsDue(nowMs: number, skip: number): Promise<string[]> {
  return idsOf(
    await database
      .collection('members')
      .where(
        command.and([
          { erasedAtMs: command.eq(null) },
          command.or([{ checkAtMs: command.lte(nowMs) }, { checkAtMs: command.eq(null) }]),
        ]),
      )
      .orderBy('checkAtMs', 'asc')
      .skip(skip)
      .limit(pageSize)
      .field({ _id: true })
      .get(),
  );
}

/** The latest post and the latest contact of a person, from either side, that are stored. */
export async function latestOf(
  personId: string,
): Promise<{ post: PostDocument | null; grant: GrantDocument | null }> {
  const grants = (side: 'viewerId' | 'posterId') =>
    database
      .collection('grants')
      .where({ [side]: personId })
      .orderBy('askedAtMs', 'desc')
      .limit(1)
      .get();
  const [posts, viewed, posted] = await Promise.all([
    database.collection('posts').where({ ownerId: personId }).orderBy('publishedAtMs', 'desc').limit(1).get(),
    grants('viewerId'),
    grants('posterId'),
  ]);
  const asked = [viewed, posted].flatMap((answer) => documentOrNull(GrantDocument, answer) ?? []);
  asked.sort((a, b) => b.askedAtMs - a.askedAtMs);
  return { post: documentOrNull(PostDocument, posts), grant: asked[0] ?? null };
}

/** A page of ids of accounts or persons whose erasure began before a moment and is not over, the longest ago first. */
export const unfinishedIds = (name: ErasedCollection, beforeMs: number): Promise<string[]> =>
  idsErased(name, { isErasing: true, erasedAtMs: command.lte(beforeMs) });

/** A page of ids of accounts or persons that were erased before a moment, the longest ago first. */
export const erasedIds = (name: ErasedCollection, beforeMs: number): Promise<string[]> =>
  idsErased(name, { isErasing: false, erasedAtMs: command.gt(0).and(command.lte(beforeMs)) });

type ErasedCollection = 'members' | 'persons';

async function idsErased(name: ErasedCollection, condition: object): Promise<string[]> {
  return idsOf(
    await database
      .collection(name)
      .where(condition)
      .orderBy('erasedAtMs', 'asc')
      .limit(pageSize)
      .field({ _id: true })
      .get(),
  );
}
