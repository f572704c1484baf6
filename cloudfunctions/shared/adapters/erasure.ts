import { GrantDocument, MemberDocument, PostDocument } from '../contract/documents';
import { command, database } from './database';
import { accepted, documentOrNull, documents } from './stored';

const pageSize = 100;

/** Whose contacts: those that a person has a part in, or those with a post. */
export type GrantsOf = { personId: string } | { postId: string };

/** Every grant of a person or a post, page after page by id: so grants may be removed meanwhile. */
export async function* grantsOf(whose: GrantsOf): AsyncGenerator<GrantDocument[]> {
  for (let after = ''; ;) {
    const page = documents(
      GrantDocument,
      await database
        .collection('grants')
        .where(command.and([touching(whose), { _id: command.gt(after) }]))
        .orderBy('_id', 'asc')
        .limit(pageSize)
        .get(),
    );
    if (page.length > 0) yield page;
    const last = page.at(-1);
    if (!last || page.length < pageSize) return;
    after = last._id;
  }
}

const touching = (whose: GrantsOf): unknown =>
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

/** A page of a person's posts, in no order; remove them to come to the next. */
export async function somePostsOf(ownerId: string): Promise<PostDocument[]> {
  return documents(PostDocument, await database.collection('posts').where({ ownerId }).limit(pageSize).get());
}

/** A page of posts that left the board before a moment, the longest ago first. */
export async function postsClosedBefore(momentMs: number): Promise<PostDocument[]> {
  return documents(
    PostDocument,
    await database
      .collection('posts')
      .where({ closedAtMs: command.lt(momentMs) })
      .orderBy('closedAtMs', 'asc')
      .limit(pageSize)
      .get(),
  );
}

/** Removes posts with their admissions; may be repeated. */
export async function removePosts(ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  for (const name of ['admissions', 'posts'])
    accepted(
      await database
        .collection(name)
        .where({ _id: command.in([...ids]) })
        .remove(),
    );
}

/** A page of accounts whose time has come to be looked at, or that never had one. */
export async function accountsDue(nowMs: number): Promise<MemberDocument[]> {
  return documents(
    MemberDocument,
    await database
      .collection('members')
      .where(command.or([{ checkAtMs: command.lte(nowMs) }, { checkAtMs: command.eq(null) }]))
      .limit(pageSize)
      .get(),
  );
}

/** The latest post and the latest contact, from either side, that are stored of a person. */
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
  const asked = [viewed, posted].flatMap((answer) => documents(GrantDocument, answer));
  asked.sort((a, b) => b.askedAtMs - a.askedAtMs);
  return { post: documentOrNull(PostDocument, posts), grant: asked[0] ?? null };
}
