import type { z } from 'zod';
import { GrantDocument, PostDocument } from '../contract/documents';
import { unendedStatuses } from '../domain/post-life';
import { command, database } from './database';
import { inParts } from './in-parts';
import { accepted, documents, idsOf } from './stored';

const grants = () => database.collection('grants');

/** Most contacts of one person that are ever listed. */
const ownListLimit = 100;
/** Documents read at a time. */
const pageSize = 500;

/** A viewer's contacts, the newest first. */
export async function grantsOfViewer(viewerId: string): Promise<GrantDocument[]> {
  const answer = await grants().where({ viewerId }).orderBy('askedAtMs', 'desc').limit(ownListLimit).get();
  return documents(GrantDocument, answer);
}

/** Contacts that lead to a poster, the newest first. */
export async function contactsTo(posterId: string): Promise<GrantDocument[]> {
  const answer = await grants().where({ posterId }).orderBy('askedAtMs', 'desc').limit(ownListLimit).get();
  return documents(GrantDocument, answer);
}

/** Grants through which somebody may reach a poster, or waits to. */
export async function grantsToPoster(posterId: string): Promise<GrantDocument[]> {
  const answer = await grants()
    .where({ posterId, state: command.in(['asked', 'bound']) })
    .orderBy('askedAtMs', 'desc')
    .limit(pageSize)
    .get();
  return documents(GrantDocument, answer);
}

/** Ids of the contacts by which a viewer reaches a poster, or waits to be reached. */
export async function unendedIdsBetween(posterId: string, viewerId: string): Promise<string[]> {
  const state = command.in(['asked', 'intended', 'bound']);
  return idsOf(
    await grants().where({ posterId, viewerId, state }).limit(pageSize).field({ _id: true }).get(),
  );
}

/** Bound grants to a post. */
export async function boundToPost(postId: string): Promise<GrantDocument[]> {
  return documents(GrantDocument, await grants().where({ postId, state: 'bound' }).limit(pageSize).get());
}

/** The number of grants that a sweep looks at together. */
export const sweepLimit = 500;

/** Intended or ending grants whose lease is over, the longest first. */
export async function lapsedGrants(nowMs: number): Promise<GrantDocument[]> {
  const answer = await grants()
    .where({ state: command.in(['intended', 'ending']), leaseUntilMs: command.lte(nowMs) })
    .orderBy('leaseUntilMs', 'asc')
    .limit(sweepLimit)
    .get();
  return documents(GrantDocument, answer);
}

/** Bound grants whose time is over, the longest first. */
export async function expiredGrants(nowMs: number): Promise<GrantDocument[]> {
  const answer = await grants()
    .where({ state: 'bound', expiresAtMs: command.lte(nowMs) })
    .orderBy('expiresAtMs', 'asc')
    .limit(sweepLimit)
    .get();
  return documents(GrantDocument, answer);
}

/**
 * Bound grants in the order of their ids, from the first after `after`; `next` is where the following page begins, '' at the end.
 */
export async function boundAfter(after: string): Promise<{ bound: GrantDocument[]; next: string }> {
  const answer = await grants()
    .where({ state: 'bound', _id: command.gt(after) })
    .orderBy('_id', 'asc')
    .limit(sweepLimit)
    .get();
  const ids = idsOf(answer);
  return {
    bound: documents(GrantDocument, answer),
    next: ids.length < sweepLimit ? '' : (ids.at(-1) ?? ''),
  };
}

/** All grants for which a run may be talking to the carrier, with or without a lease. */
export const intendedGrants = (): Promise<GrantDocument[]> => allGrants({ state: 'intended' });

/** All grants that hold a binding on one of these numbers. */
export const grantsOnNumbers = (numbers: readonly string[]): Promise<GrantDocument[]> =>
  allGrants({ 'binding.number': command.in([...numbers]), state: command.in(['bound', 'ending']) });

async function allGrants(condition: Record<string, unknown>): Promise<GrantDocument[]> {
  const found: GrantDocument[] = [];
  for (let after = ''; ;) {
    const answer = await grants()
      .where({ ...condition, _id: command.gt(after) })
      .orderBy('_id', 'asc')
      .limit(pageSize)
      .get();
    found.push(...documents(GrantDocument, answer));
    const ids = idsOf(answer);
    const last = ids.at(-1);
    if (last === undefined || ids.length < pageSize) return found;
    after = last;
  }
}

export type GrantChange = Partial<
  Pick<GrantDocument, 'state' | 'leaseUntilMs' | 'binding' | 'expiresAtMs' | 'boundAtMs' | 'endReason'>
>;

/**
 * Changes a grant if its state and try are still those of `seen`.
 * @returns whether it was changed; false means that another run was first
 */
export async function changeGrant(
  seen: Pick<GrantDocument, '_id' | 'state' | 'attempt'>,
  { binding, ...fields }: GrantChange,
): Promise<boolean> {
  const answer = await grants()
    .where({ _id: seen._id, state: seen.state, attempt: seen.attempt })
    .update({ ...fields, ...(binding !== undefined && { binding: command.set(binding) }) });
  return accepted(answer).updated === 1;
}

/**
 * Those of these posts that have not ended. A hidden one counts, because a stranger's report must not cut off people
 * who are on their way.
 */
export async function unendedAmong(postIds: readonly string[], nowMs: number): Promise<Set<string>> {
  return new Set(
    await inParts(postIds, async (ids) => idsOf(await unended(ids, nowMs).field({ _id: true }).get())),
  );
}

/** The fields that tell whether the owner of a post can be called. */
const ReachFields = PostDocument.pick({
  _id: true,
  status: true,
  expiresAtMs: true,
  board: true,
  isResting: true,
  goneBy: true,
  question: true,
  questionDueAtMs: true,
  callHours: true,
});
export type ReachFields = z.infer<typeof ReachFields>;

/** The same posts, with what tells whether their owners can be called. */
export async function reachAmong(
  postIds: readonly string[],
  nowMs: number,
): Promise<Map<string, ReachFields>> {
  const posts = await inParts(postIds, async (ids) =>
    documents(ReachFields, await unended(ids, nowMs).field(reachFields).get()),
  );
  return new Map(posts.map((post) => [post._id, post]));
}

const reachFields = Object.fromEntries(Object.keys(ReachFields.shape).map((name) => [name, true]));

const unended = (ids: readonly string[], nowMs: number) =>
  database
    .collection('posts')
    .where({
      _id: command.in([...ids]),
      status: command.in([...unendedStatuses]),
      expiresAtMs: command.gt(nowMs),
    })
    .limit(pageSize);

/** The blocked ones among these persons. */
export async function blockedAmong(personIds: readonly string[]): Promise<Set<string>> {
  const blocked = await inParts(personIds, async (ids) =>
    idsOf(
      await database
        .collection('persons')
        .where({ _id: command.in(ids), blockedAtMs: command.gt(0) })
        .limit(pageSize)
        .field({ _id: true })
        .get(),
    ),
  );
  return new Set(blocked);
}
